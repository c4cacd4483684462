/// Which module may import which: an arrow that is not here would run up, or let a driver leak into the ground.
struct Floors {
    /// The C library of each platform, for mathematics and files.
    static let c: Set = ["Darwin", "Glibc", "Musl"]
    /// What comes with the compiler and touches the world.
    static let system: Set = c.union(["Dispatch", "Foundation", "Synchronization"])
    /// What a workflow may import: any module without a row of its own is a workflow.
    static let ground: Set = ["Calendars", "FlywheelKit", "Statistics"]

    /// The house.
    static let house = Floors(
        rows: [
            "EmbedFiles": ["Foundation"],
            "FlywheelKit": [],
            "CZlib": [],
            "CXlsxWriter": [],
            "Spreadsheets": ["CXlsxWriter"],
            "Statistics": c,
            "Calendars": c,
            "Charts": c,
            "Texts": [],
            "SeriesFiles": ["Calendars", "Dispatch", "Statistics"],
            "FlywheelTestKit": ["FlywheelKit", "Foundation", "Synchronization", "Testing"],
            "RevenueAtRisk": ["FlywheelKit", "Statistics"],
            "Assessment": c.union(["FlywheelKit", "Statistics"]),
            "Thresholds": c.union(["FlywheelKit", "Statistics"]),
            "Reports": ["Assessment", "Charts", "FlywheelKit", "Mustache"],
            "Imports": system.union(["Calendars", "CZlib", "FlywheelKit"]),
            "CGMime": [],
            "CICal": [],
            "CLanguages": [],
            "CMarkdown": [],
            "CStemmer": [],
            "Articles": ["CMarkdown", "CStemmer", "FlywheelKit", "Foundation", "Settings"],
            "Languages": ["CLanguages"],
            "Triage": c.union(["Statistics"]),
            "Conversations": system.union(["CGMime", "Calendars", "FlywheelKit", "Imports"]),
            "CaseDesk": system.union(ground).union([
                "Cases", "Conversations", "Crypto", "FlywheelStore", "Languages", "Settings", "Texts", "Triage",
            ]),
            "Settings": ["CICal", "Calendars", "Yams"],
            "Uploads": ["FlywheelKit", "Texts"],
            "FlywheelStore": ["Crypto", "Dispatch", "FlywheelKit", "Foundation", "Synchronization"],
            "FlywheelSQLite": system.union(["Crypto", "FlywheelKit", "FlywheelStore", "GRDB", "GRDBSQLite"]),
            "FlywheelMemory": ["FlywheelKit", "FlywheelStore", "Synchronization"],
            "FlywheelRuntime": system.union(ground).union(["Crypto", "FlywheelStore", "RevenueAtRisk"]),
            "FlywheelHost": system.union(ground).union([
                "Crypto", "FlywheelRuntime", "FlywheelStore", "Imports", "RevenueAtRisk", "Settings", "Uploads", "Yams",
            ]),
            "Learning": system.union(ground).union([
                "Assessment", "Crypto", "FlywheelRuntime", "FlywheelStore", "Thresholds",
            ]),
            "Simulation": c.union([
                "Assessment", "Calendars", "FlywheelKit", "FlywheelMemory", "FlywheelRuntime", "FlywheelStore",
                "Learning", "RevenueAtRisk", "Statistics",
            ]),
            "ExampleSeller": ["Calendars", "FlywheelKit", "Statistics"],
            "Commitments": [
                "Calendars", "Conversations", "FlywheelKit", "FlywheelStore", "Foundation", "Settings",
            ],
            "People": [
                "Crypto",
                "CryptoExtras",
                "FlywheelKit",
                "FlywheelStore",
                "Foundation",
                "Synchronization",
            ],
            "Transfers": c.union(["CCurl", "Dispatch"]),
            "OpenID": ["CCurl", "Crypto", "FlywheelKit", "Foundation", "JWTKit", "Synchronization", "Transfers"],
            "FlywheelWeb": c.union([
                "HTTPTypes",
                "Hummingbird",
                "HummingbirdCore",
                "Logging",
                "NIOCore",
                "NIOFileSystem",
                "NIOHTTP1",
                "NIOHTTPTypes",
                "NIOPosix",
                "People",
                "ServiceLifecycle",
                "Texts",
                "UnixSignals",
            ]),
            "WebPages": system.union(["Charts", "FlywheelKit"]),
            "CCurl": [],
            "Outbox": system.union([
                "CCurl", "Calendars", "Crypto", "FlywheelKit", "FlywheelStore", "Settings", "Transfers",
            ]),
        ],
        programs: [
            "flywheel": system.union([
                "ArgumentParser", "Articles", "Assessment", "Calendars", "CaseDesk", "Charts", "Conversations",
                "Languages",
                "Commitments", "Crypto",
                "Triage",
                "ExampleSeller", "FlywheelHost", "FlywheelKit",
                "FlywheelMemory",
                "FlywheelRuntime",
                "FlywheelSQLite",
                "FlywheelStore",
                "FlywheelWeb",
                "HTTPTypes",
                "Imports",
                "Learning",
                "Logging",
                "Outbox",
                "OpenID",
                "People",
                "Reports",
                "RevenueAtRisk",
                "SeriesFiles",
                "ServiceLifecycle",
                "Simulation",
                "Settings",
                "Spreadsheets", "Statistics", "Texts", "Thresholds", "Transfers", "Uploads",
                "WebPages",
            ])
        ])

    /// What each module below the workflows and the host may import.
    let rows: [String: Set<String>]
    /// What each program may import besides the workflows: it alone names these, and the store it keeps things in.
    let programs: [String: Set<String>]

    /// The modules among these folders that are workflows: those without a row.
    func workflows(among folders: [String]) -> [String] { folders.filter { rows[$0] == nil } }

    /// Every import that breaks a floor, with its file, its line and its arrow.
    func faults(in files: [SourceFile], workflows: [String]) -> [String] {
        files.filter(\.isSource).flatMap { file -> [String] in
            guard let owner = file.owner else { return [] }
            let allowed: Set<String>
            if file.path.hasPrefix("Apps/") {
                guard let program = programs[owner] else {
                    return ["\(file.path): the program \(owner) has no row in the table of floors"]
                }
                allowed = program.union(workflows)
            } else {
                allowed = rows[owner] ?? Self.ground
            }
            return file.imports.filter { !allowed.contains($0.module) && $0.module != "Swift" }.map { found in
                let list = allowed.isEmpty ? "nothing" : allowed.sorted().joined(separator: ", ")
                return "\(file.path):\(found.line): \(owner) -> \(found.module); \(owner) may import \(list)"
            }
        }
    }
}
