import Evaluation
import Screen

extension Console {
  /// The keys of this page, then those that act anywhere; from the one table.
  var helpLines: [[Run]] {
    let own = KeyTable.bindings(on: page).filter { $0.pages.count < Page.allCases.count }
    let shared = KeyTable.bindings(on: page).filter { $0.pages.count == Page.allCases.count }
    return own.flatMap(helpLines) + [[]] + shared.flatMap(helpLines)
  }

  private func helpLines(_ binding: Binding) -> [[Run]] {
    let shown = binding.keys.prefix(2).map { $0.name(language) }.joined(separator: "  ")
    let keys = binding.command == .jump ? "1 … 9  0" : shown
    let indent = min(24, panelColumns / 3)
    return Wrap.lines(binding.help(language), width: panelColumns - indent).enumerated().map { index, line in
      let head = index == 0 ? keys : ""
      return [Run(head + String(repeating: " ", count: max(1, indent - Width.columns(head))), "accent"), Run(line)]
    }
  }
}
