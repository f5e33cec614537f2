// swift-tools-version: 6.1
import PackageDescription

// The architecture: each target, what it may import, and nothing else (README, "Architecture").
let package = Package(
  name: "jury-console",
  products: [.executable(name: "jury", targets: ["jury"])],
  dependencies: [
    // Commands, options, help texts and their errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    // SHA-256, Ed25519, scrypt, AES-GCM.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    // Theme files are TOML.
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    // HTML from templates that escape by default.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    // The lists of candidates and jurors that spreadsheets write.
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // Strict, canonical JSON and base64url: one text for one value.
    .target(name: "JSON"),
    // The rules: which facts are allowed, and what they add up to.
    .target(name: "Evaluation", dependencies: ["JSON"]),
    // A terminal picture and its vocabulary, with no terminal.
    .target(name: "Screen"),
    // What the console does with a key, and how it looks.
    .target(name: "Console", dependencies: ["Evaluation", "Screen", "Documents"]),
    // A grid as a document; a document as text, HTML, canonical JSON.
    .target(
      name: "Documents",
      dependencies: ["Evaluation", "JSON", .product(name: "Mustache", package: "swift-mustache")],
      resources: [
        .embedInCode("Resources/document.mustache"), .embedInCode("Resources/part.mustache"),
        .embedInCode("Resources/document.css"),
      ]),
    // One fdatasync that lasts while the console draws.
    .target(name: "CDisk"),
    // Where the program's memory comes from.
    .target(name: "CHeap"),
    // Keeps a session's facts on disk, and tells when another author added some.
    .target(
      name: "Store", dependencies: ["CDisk", "Evaluation", "JSON", .product(name: "Crypto", package: "swift-crypto")]),
    // Keys, signatures, verification. Knows only bytes.
    .target(
      name: "Seal",
      dependencies: [
        "JSON", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    // ncursesw behind a dozen C functions; its header shows no curses.
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Shows a frame, reads an input.
    .target(name: "Terminal", dependencies: ["CTerminal", "Screen"]),
    // The commands, the clock, theme files, and the one loop that wires the rest.
    .executableTarget(
      name: "jury",
      dependencies: [
        "CHeap", "JSON", "Evaluation", "Screen", "Console", "Documents", "Store", "Seal", "Terminal", "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      exclude: ["Linking"],
      // Links to themes/ and sample-sessions/, the one source of them.
      resources: ["dark", "light", "high-contrast", "colour-blind", "monochrome"].map {
        .embedInCode("Resources/\($0).toml")
      }
        + [
          "title", "block1", "block2", "block3", "day", "key-benali", "key-fontaine", "key-lindqvist", "key-manager",
          "key-nguyen", "key-okafor", "key-roux",
        ].map { .embedInCode("Resources/sample-\($0).json") },
      linkerSettings: [
        // A static program that GCC 13 or later links would read all its unwinding tables before `main`, to enter them
        // where nothing looks: what unwinds finds them by the program's headers.
        .unsafeFlags(
          ["__register_frame_info", "__deregister_frame_info"].flatMap { ["-Xlinker", "--defsym=\($0)=0"] },
          .when(platforms: [.linux], configuration: .release)),
        // The functions of a start side by side, as `.ci/order` found them: half as many places to read into memory.
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
            "--symbol-ordering-file=\(Context.packageDirectory)/Sources/jury/Linking/start.txt",
          ], .when(platforms: [.linux], configuration: .release)),
      ]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "JSON"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console", "Evaluation", "Screen", "JSON"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Evaluation", "JSON"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Evaluation", "JSON"]),
    .testTarget(name: "SealTests", dependencies: ["Seal", "JSON"]),
    // Laws tried on drawn cases: JURY_SEED, JURY_CASES.
    .testTarget(
      name: "PropertyTests",
      dependencies: ["JSON", "Evaluation", "Screen", "Documents", "Store", "Seal", "Terminal", "jury"]),
    // Readers of what others wrote, given what fuzzing found; `.ci/fuzz` has libFuzzer find more.
    .testTarget(
      name: "FuzzTests",
      dependencies: ["JSON", "Evaluation", "Screen", "Documents", "Store", "Seal", "Terminal", "jury"],
      exclude: ["Corpus", "LibFuzzer.swift"]),
    // Unit tests of its parts, and the program run as people run it.
    .testTarget(
      name: "juryTests", dependencies: ["jury", "Console", "Evaluation", "JSON", "Seal", "Screen", "Store"]),
  ]
)

// What a debug build spends its time in is optimised there too, and keeps its checks: it is what the tests run.
for target in package.targets where ["JSON", "Evaluation", "Screen"].contains(target.name) {
  target.swiftSettings = [.unsafeFlags(["-O"], .when(configuration: .debug))]
}

// Each function in a section of its own, for the linker to place. A type is asked for by what it is made of: by its name, the
// runtime would read that, and look through every conformance there is, some hundred times a start.
for target in package.targets where [.regular, .executable].contains(target.type) {
  let flags = ["-function-sections", "-disable-concrete-type-metadata-mangled-name-accessors"]
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .unsafeFlags(flags.flatMap { ["-Xfrontend", $0] }, .when(configuration: .release))
    ]
}

// What libFuzzer runs instead, when `.ci/fuzz` asks for it: the readers alone. They reach inside the program, which is a
// library then, its `main` called otherwise.
if Context.environment["JURY_FUZZ"] != nil, let jury = package.targets.first(where: { $0.name == "jury" }),
  let readers = package.targets.first(where: { $0.name == "FuzzTests" })
{
  package.products = []
  package.targets.removeAll { $0.type == .test || $0.name == jury.name }
  package.targets += [
    .target(
      name: jury.name, dependencies: jury.dependencies, resources: jury.resources,
      swiftSettings: [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "jury_main"])]),
    .executableTarget(
      name: "fuzz", dependencies: readers.dependencies, path: "Tests/FuzzTests",
      exclude: ["Corpus", "CorpusTests.swift"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ]
}
