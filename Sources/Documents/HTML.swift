import Mustache

/// A document as one self-contained HTML file, made to be printed.
///
/// Its law: texts enter the template through ``Plain`` and ``Markup``; only the style sheet, our own, is written as is.
public enum HTML {
  public static func render(_ document: Document) -> String {
    library.render(context(of: document), withTemplate: "document") ?? ""
  }

  /// The templates are part of the program: one that does not parse is found by the first test.
  private static let library: MustacheLibrary = {
    func template(_ bytes: [UInt8]) -> MustacheTemplate? { try? MustacheTemplate(string: text(bytes)) }
    MustacheContentTypes.register(Markup(), named: "MARKUP")
    var library = MustacheLibrary()
    guard let page = template(PackageResources.document_mustache), let part = template(PackageResources.part_mustache)
    else { preconditionFailure("a template of the program does not parse") }
    library.register(page, named: "document")
    library.register(part, named: "part")
    return library
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // Names are unique across levels: Mustache looks for a missing one in the levels around.
  private typealias Context = [String: Any]

  private static func context(of document: Document) -> Context {
    var context: Context = [
      "language": Plain.line(document.language), "title": Plain.line(document.title),
      "subtitle": Plain.line(document.subtitle), "pageTitle": Plain.line("\(document.header)"),
      "header": Plain.line(document.header), "footer": Plain.line(document.footer),
      "css": text(PackageResources.document_css), "blocks": document.blocks.map(context(of:)),
    ]
    if !document.watermarks.isEmpty {
      context["watermark"] = document.watermarks.map(\.rawValue).joined(separator: " · ")
    }
    return context
  }

  /// Characters of a label that leave the narrow layout one line each.
  private static let longestLabel = 26

  private static func context(of block: Document.Block) -> Context {
    switch block {
    case .heading(let text): return ["heading": Plain.line(text)]
    case .part(let part): return ["single": context(of: part)]
    case .facts(let facts):
      return [
        "facts": [
          "isWide": facts.contains { $0.label.count > longestLabel },
          "items": facts.map { ["label": Plain.line($0.label), "value": context(of: $0.value)] as Context },
        ] as Context
      ]
    case .table(let table):
      // Rows stay whole, but for the tall ones that explain the empty cells below them.
      let explains = table.rows.contains { $0.contains(where: \.isEmpty) }
      return [
        "table": [
          "hasGroups": !table.groups.isEmpty,
          "groups": table.groups.map { ["groupTitle": Plain.line($0.title), "span": $0.span] as Context },
          "columns": table.columns.map { ["columnTitle": Plain.line($0.title), "share": $0.share] as Context },
          "rows": table.rows.map { context(ofRow: $0, mayBreak: explains && !$0.contains(where: \.isEmpty)) },
        ] as Context
      ]
    }
  }

  /// - Parameter mayBreak: whether a page may end inside the row.
  private static func context(ofRow row: [[Document.Part]], mayBreak: Bool) -> Context {
    [
      "mayBreak": mayBreak, "rowHeader": (row.first ?? []).map(context(of:)),
      "cells": row.dropFirst().map { ["isEmpty": $0.isEmpty, "cellParts": $0.map(context(of:))] as Context },
    ]
  }

  private static func context(of part: Document.Part) -> Context {
    switch part {
    case .paragraph(let text, let lead):
      var paragraph: Context = [:]
      if !lead.isEmpty { paragraph["lead"] = Plain.line(lead) }
      let lines = Plain.lines(text)
      paragraph["lines"] = lines.enumerated().map {
        ["line": $1, "isLast": $0 == lines.count - 1] as Context
      }
      return ["paragraph": paragraph]
    case .note(let text): return ["note": Plain.line(text)]
    case .code(let text): return ["code": Plain.line(text)]
    case .tick(let isTaken): return ["tick": ["tickBox": Document.Choice.box(isTaken), "isTicked": isTaken] as Context]
    case .bar(let bar):
      var context: Context = ["barText": Plain.line(bar.text), "filled": max(0, min(bar.permille, 1000))]
      if let mark = bar.mark { context["markAt"] = ["at": max(0, min(mark, 1000) - 6)] as Context }
      return ["bar": context]
    case .track(let track): return ["track": context(of: track)]
    case .place(let label): return ["place": Plain.line(label)]
    case .list(let items): return ["list": ["entries": items.map(context(of:))]]
    case .choice(let choices):
      let boxes = choices.map { choice -> Context in
        ["box": choice.box, "choiceLabel": Plain.line(choice.label), "isTaken": choice.isTaken]
      }
      return ["choice": ["choices": boxes]]
    }
  }

  private static func context(of track: Document.Track) -> Context {
    let spans = track.spans.map { span -> Context in
      let from = max(0, min(span.from, 1000))
      var context: Context = ["spanFrom": from, "spanWidth": max(0, min(span.to, 1000) - from)]
      switch span.look {
      case .full: context["isFull"] = true
      case .half: context["isHalf"] = true
      case .thin: context["isThin"] = true
      }
      return context
    }
    return [
      "trackText": Plain.line(track.text), "spans": spans, "scale": track.lines.map { ["lineAt": $0] as Context },
    ]
  }

  private static func context(of item: Document.Item) -> Context {
    var entry: Context = ["entry": Plain.line(item.text)]
    if !item.details.isEmpty {
      entry["details"] = ["detailEntries": item.details.map { ["detail": Plain.line($0)] }]
    }
    return entry
  }
}

/// The escaping that the templates ask for, by scalars: a sign that something has joined to one character is a sign to a
/// browser, and not to Mustache's own.
private struct Markup: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "&": escaped += "&amp;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "'": escaped += "&#39;".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
