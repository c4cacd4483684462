// swift-tools-version: 6.2
import Foundation
import PackageDescription

// MARK: Settings

/// Each flag closes a way for an import or an existential to appear by accident.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["FLYWHEEL_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

// MARK: Packages

let packages: [String: Package.Dependency] = [
    "swift-crypto": .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    "GRDB.swift": .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    "swift-argument-parser": .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    "jwt-kit": .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    "swift-mustache": .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    "hummingbird": .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    "swift-http-types": .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    "swift-log": .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    "swift-nio": .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    "swift-nio-extras": .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    "swift-service-lifecycle": .package(
        url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    "Yams": .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
]

extension Target.Dependency {
    static let zlib: Self = "CZlib"
    static let xlsxWriter: Self = "CXlsxWriter"
    static let gmime: Self = "CGMime"
    static let ical: Self = "CICal"
    static let markdown: Self = "CMarkdown"
    static let stemmer: Self = "CStemmer"
    static let curl: Self = "CCurl"
    static let crypto: Self = .product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras: Self = .product(name: "CryptoExtras", package: "swift-crypto")
    static let grdb: Self = .product(name: "GRDB", package: "GRDB.swift")
    static let sqlite: Self = .product(name: "GRDBSQLite", package: "GRDB.swift")
    static let jwt: Self = .product(name: "JWTKit", package: "jwt-kit")
    static let mustache: Self = .product(name: "Mustache", package: "swift-mustache")
    static let yams: Self = .product(name: "Yams", package: "Yams")
    static let hummingbird: Self = .product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore: Self = .product(name: "HummingbirdCore", package: "hummingbird")
    static let httpTypes: Self = .product(name: "HTTPTypes", package: "swift-http-types")
    static let logging: Self = .product(name: "Logging", package: "swift-log")
    static let nioCore: Self = .product(name: "NIOCore", package: "swift-nio")
    static let nioEmbedded: Self = .product(name: "NIOEmbedded", package: "swift-nio")
    static let nioFileSystem: Self = .product(name: "_NIOFileSystem", package: "swift-nio")
    static let nioHTTP1: Self = .product(name: "NIOHTTP1", package: "swift-nio")
    static let nioHTTPTypes: Self = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
    static let nioPosix: Self = .product(name: "NIOPosix", package: "swift-nio")
    static let lifecycle: Self = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let signals: Self = .product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let arguments: Self = .product(name: "ArgumentParser", package: "swift-argument-parser")
}

// MARK: Tables

/// The modules from the ground up: each stands on those above it in this list and on nothing else.
let modules: [[Target]] = [
    [
        .executableTarget(name: "embed-files", path: "Modules/EmbedFiles/Sources", swiftSettings: strict),
        .plugin(
            name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
            path: "Modules/EmbedFiles/Plugin"),
        .testTarget(
            name: "EmbedFilesTests", dependencies: ["embed-files"], path: "Modules/EmbedFiles/Tests",
            swiftSettings: strict),
    ],
    floor("FlywheelKit"),
    floor("Statistics"),
    floor("Calendars"),
    floor("Charts"),
    floor("Texts"),
    floor("SeriesFiles", on: "Calendars", "Statistics"),
    [.systemLibrary(name: "CZlib", path: "Modules/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])])],
    [
        .systemLibrary(
            name: "CXlsxWriter", path: "Modules/CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])])
    ],
    [
        .systemLibrary(
            name: "CGMime", path: "Modules/CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])])
    ],
    [.systemLibrary(name: "CICal", path: "Modules/CICal", pkgConfig: "libical", providers: [.apt(["libical-dev"])])],
    [
        .systemLibrary(
            name: "CMarkdown", path: "Modules/CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])])
    ],
    [.systemLibrary(name: "CStemmer", path: "Modules/CStemmer", providers: [.apt(["libstemmer-dev"])])],
    [
        .target(
            name: "CLanguages", path: "Modules/CLanguages", exclude: ["README.md"],
            linkerSettings: [.linkedLibrary("cld2")])
    ],
    floor("Languages", on: "CLanguages"),
    floor("Triage", on: "Statistics"),
    floor("Spreadsheets", on: .xlsxWriter, tests: [.zlib]),
    floor("FlywheelTestKit", on: "FlywheelKit"),
    floor("RevenueAtRisk", on: "FlywheelKit", "Statistics"),
    floor("Assessment", on: "FlywheelKit", "Statistics"),
    floor("Thresholds", on: "FlywheelKit", "Statistics"),
    floor("Reports", on: "Assessment", "Charts", "FlywheelKit", .mustache, embedsFiles: true),
    floor("WebPages", on: "Charts", "FlywheelKit", embedsFiles: true),
    floor("Settings", on: "Calendars", .ical, .yams),
    floor("Articles", on: "FlywheelKit", "Settings", .markdown, .stemmer),
    floor("Imports", on: "FlywheelKit", "Calendars", .zlib),
    floor("Conversations", on: "FlywheelKit", "Calendars", "Imports", .gmime),
    floor("Uploads", on: "FlywheelKit", "Texts"),
    floor("FlywheelStore", on: "FlywheelKit", .crypto),
    floor("FlywheelSQLite", on: "FlywheelStore", "FlywheelKit", .grdb, .sqlite, .crypto),
    floor("FlywheelMemory", on: "FlywheelStore", "FlywheelKit"),
    floor(
        "FlywheelRuntime",
        on: "FlywheelKit", "Statistics", "Calendars", "RevenueAtRisk", "FlywheelStore", .crypto,
        tests: ["FlywheelMemory"]),
    floor(
        "FlywheelHost",
        on: "FlywheelKit", "Calendars", "Imports", "Uploads", "FlywheelStore", "FlywheelRuntime", "Settings",
        .crypto, tests: ["FlywheelSQLite"]),
    floor(
        "Learning",
        on: "FlywheelKit", "Statistics", "Calendars", "Assessment", "Thresholds", "FlywheelStore", "FlywheelRuntime",
        .crypto,
        tests: ["FlywheelMemory", "FlywheelSQLite"]),
    floor(
        "Simulation",
        on: "Calendars", "FlywheelKit", "Statistics", "RevenueAtRisk", "Assessment", "FlywheelStore", "FlywheelMemory",
        "FlywheelRuntime", "Learning"),
    floor("ExampleSeller", on: "Calendars", "FlywheelKit", "Statistics", tests: [.crypto]),
    floor(
        "People", on: "FlywheelKit", "FlywheelStore", .crypto, .cryptoExtras, tests: ["FlywheelMemory"]),
    [
        .systemLibrary(
            name: "CCurl", path: "Modules/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])])
    ],
    floor("Transfers", on: .curl),
    floor("OpenID", on: "FlywheelKit", "Transfers", .curl, .crypto, .jwt),
    floor(
        "Commitments",
        on: "FlywheelKit", "Calendars", "Conversations", "FlywheelStore", "Settings", tests: ["FlywheelMemory"]),
    floor(
        "FlywheelWeb",
        on: "People", "Texts", .hummingbird, .hummingbirdCore, .httpTypes, .logging, .nioCore, .nioFileSystem,
        .nioHTTP1,
        .nioHTTPTypes, .nioPosix, .lifecycle, .signals, tests: [.nioEmbedded]),
    floor(
        "Outbox",
        on: "FlywheelKit", "Calendars", "FlywheelStore", "Settings", "Transfers", .curl, .crypto,
        tests: ["FlywheelMemory", "FlywheelSQLite"]),
]

/// What workflows keep and do beyond the wheel: each stands on its workflow and on the floors.
let desks: [[Target]] = [
    floor(
        "CaseDesk",
        on: "Cases", "Conversations", "Languages", "Triage", "FlywheelKit", "Statistics", "Calendars", "FlywheelStore",
        "Settings", "Texts", .crypto, tests: ["FlywheelMemory", "FlywheelSQLite"])
]

/// The workflows, by name. A new one is its folder, its name here, and its line in the program's list.
let workflows = [
    "AccountHealth",
    "Cases",
    "Deliveries",
    "Forecasting",
    "Inventory",
    "Pricing",
    "Suppressions",
]

/// What the program is put together from: the only list that names concrete workflows.
let rooms: [Target.Dependency] =
    [
        "FlywheelKit", "Calendars", "RevenueAtRisk", "Assessment", "Thresholds", "Reports", "Imports", "Uploads",
        "FlywheelStore",
        "FlywheelSQLite",
        "FlywheelMemory",
        "FlywheelRuntime", "FlywheelHost", "Learning", "ExampleSeller", "Simulation", "Settings", "Spreadsheets",
        "Statistics",
        "Articles", "Charts", "SeriesFiles", "CaseDesk", "Commitments", "Conversations", "Languages", "Triage",
        "People", "OpenID",
        "FlywheelWeb", .httpTypes, .logging, .lifecycle,
        "WebPages",
        "Outbox",
        "Texts",
        "Transfers",
        .arguments,
    ] + workflows.map { .target(name: $0) }

/// Programs, and the tests that cross modules.
let roof: [Target] = [
    .executableTarget(
        name: "flywheel", dependencies: rooms + [.crypto], path: "Apps/flywheel/Sources",
        // Each workflow above is imported into the program, so that installing it is its one line in Workflows.swift.
        swiftSettings: strict + [
            .unsafeFlags(workflows.flatMap { ["-Xfrontend", "-import-module", "-Xfrontend", $0] })
        ]),
    .testTarget(
        name: "flywheelTests", dependencies: ["flywheel"] + rooms, path: "Apps/flywheel/Tests", swiftSettings: strict),
    .testTarget(
        name: "AcceptanceTests", dependencies: ["flywheel", .zlib, .grdb] + rooms, path: "Tests/AcceptanceTests",
        swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: strict),
    .testTarget(
        name: "StoreConformanceTests",
        dependencies: ["FlywheelKit", "FlywheelStore", "FlywheelSQLite", "FlywheelMemory"],
        path: "Tests/StoreConformance", swiftSettings: strict),
    .target(
        name: "FuzzTargets",
        dependencies: [
            "FlywheelKit", "Calendars", "Conversations", "Imports", "FlywheelStore", "FlywheelHost", "SeriesFiles",
            .crypto,
        ],
        path: "Tests/Fuzz/Targets", swiftSettings: strict),
    .executableTarget(
        name: "read-columns", dependencies: ["FlywheelKit", "Imports"], path: "Tests/Benchmarks/ReadColumns",
        swiftSettings: strict),
    .target(
        name: "BenchmarkFiles", dependencies: [.zlib], path: "Tests/Benchmarks/Files", swiftSettings: strict),
    .target(
        name: "BenchmarkScores", path: "Tests/Benchmarks/Scores/Sources", swiftSettings: strict),
    .testTarget(
        name: "BenchmarkScoresTests", dependencies: ["BenchmarkScores", "Statistics"],
        path: "Tests/Benchmarks/Scores/Tests", swiftSettings: strict),
    .executableTarget(
        name: "demand-accuracy", dependencies: ["Statistics", "BenchmarkFiles", "BenchmarkScores"],
        path: "Tests/Benchmarks/Demand", swiftSettings: strict),
    .executableTarget(
        name: "forecast-accuracy", dependencies: ["Statistics", "BenchmarkFiles", "BenchmarkScores"],
        path: "Tests/Benchmarks/Forecasts", swiftSettings: strict),
    .executableTarget(
        name: "stock-risk", dependencies: ["Statistics", "BenchmarkFiles"], path: "Tests/Benchmarks/StockRisk",
        swiftSettings: strict),
    .executableTarget(
        name: "elasticity-accuracy", dependencies: ["Statistics", "BenchmarkFiles", "BenchmarkScores"],
        path: "Tests/Benchmarks/Elasticity", swiftSettings: strict),
    .executableTarget(
        name: "desk-simulation", dependencies: ["Calendars", "Cases", "FlywheelKit", "Statistics"],
        path: "Tests/Benchmarks/DeskSimulation", swiftSettings: strict),
    .executableTarget(
        name: "nab-score", dependencies: ["Calendars", "Statistics", "BenchmarkFiles"],
        path: "Tests/Benchmarks/Anomalies",
        swiftSettings: strict),
    .executableTarget(
        name: "delivery-accuracy", dependencies: ["Deliveries", "FlywheelKit", "Statistics", "BenchmarkFiles"],
        path: "Tests/Benchmarks/Deliveries",
        swiftSettings: strict),
    .executableTarget(
        name: "assessment-speed",
        dependencies: [
            "Assessment", "FlywheelKit", "FlywheelRuntime", "FlywheelSQLite", "FlywheelStore", "Learning", .sqlite,
        ],
        path: "Tests/Benchmarks/Assessment", swiftSettings: strict),
    .executableTarget(
        name: "triage-accuracy", dependencies: ["Triage", "Statistics", "BenchmarkFiles"],
        path: "Tests/Benchmarks/Triage", swiftSettings: strict),
    .target(
        name: "SecondSimulator", dependencies: ["Assessment", "FlywheelKit", "Statistics"],
        path: "Tests/SecondSimulator/Sources", swiftSettings: strict),
    .testTarget(
        name: "SecondSimulatorTests", dependencies: ["SecondSimulator", "Assessment", "FlywheelKit", "Statistics"],
        path: "Tests/SecondSimulator/Tests", swiftSettings: strict),
    .executableTarget(
        name: "stall-accuracy",
        dependencies: [
            "Assessment", "FlywheelKit", "FlywheelRuntime", "Learning", "SecondSimulator", "Simulation",
        ],
        path: "Tests/Benchmarks/Stalls", swiftSettings: strict),
    .testTarget(
        name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Tests", swiftSettings: strict),
]

/// libFuzzer brings its own `main`, so this program links only where `Scripts/fuzz` asks for it.
let fuzzer: [Target] =
    Context.environment["FLYWHEEL_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Main", swiftSettings: strict)
    ]

/// What others may build on: their own modules, with their own host.
let libraries = [
    "FlywheelKit", "Statistics", "Calendars", "FlywheelTestKit", "RevenueAtRisk", "Imports", "Uploads",
    "FlywheelStore", "FlywheelSQLite", "FlywheelMemory", "FlywheelRuntime", "FlywheelHost",
]

// MARK: Rows of the tables

/// A module is `Modules/<name>/{Sources,Tests}`: a target, and a test target where it has tests.
func floor(
    _ name: String, on floors: Target.Dependency..., tests: [Target.Dependency] = [], embedsFiles: Bool = false
) -> [Target] {
    let target = Target.target(
        name: name, dependencies: floors, path: "Modules/\(name)/Sources", swiftSettings: strict,
        plugins: embedsFiles ? ["EmbedFiles"] : nil)
    let suite = Target.testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + floors + tests, path: "Modules/\(name)/Tests",
        swiftSettings: strict)
    let isTested = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Modules/\(name)/Tests")
    return isTested ? [target, suite] : [target]
}

/// A workflow stands on the ground floor alone, so that its author compiles three small modules.
func workflow(_ name: String) -> [Target] {
    floor(name, on: "FlywheelKit", "Statistics", "Calendars", tests: ["FlywheelTestKit"])
}

// MARK: One module alone

extension Target.Dependency {
    /// The target of this package that is meant, if it is one.
    var target: String? {
        switch self {
        case .targetItem(let name, _), .byNameItem(let name, _): name
        default: nil
        }
    }

    /// The package a product is from, if it is one.
    var package: String? {
        if case .productItem(_, let package, _, _) = self { package } else { nil }
    }
}

/// `FLYWHEEL_ONLY=Name` leaves that module, its tests, and what they stand on, so that its author fetches and builds
/// nothing else.
func alone(_ name: String, of targets: [Target]) -> [Target] {
    var kept: Set = [name, "\(name)Tests"]
    // What is stood on comes earlier in the tables, so one pass from the end finds all of it.
    for target in targets.reversed() where kept.contains(target.name) {
        kept.formUnion(target.dependencies.compactMap(\.target))
        if target.plugins != nil { kept.insert("EmbedFiles") }
    }
    return targets.filter { kept.contains($0.name) }
}

let house = modules.flatMap(\.self) + workflows.flatMap(workflow) + desks.flatMap(\.self) + roof + fuzzer
let targets = Context.environment["FLYWHEEL_ONLY"].map { alone($0, of: house) } ?? house
let names = Set(targets.map(\.name))
let needed = Set(targets.flatMap(\.dependencies).compactMap(\.package))

let package = Package(
    name: "flywheel",
    products: libraries.filter(names.contains).map { .library(name: $0, targets: [$0]) },
    dependencies: packages.filter { needed.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value),
    targets: targets,
    swiftLanguageModes: [.v6]
)
