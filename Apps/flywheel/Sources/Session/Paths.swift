import Articles
import CaseDesk
import Cases
import Commitments
import FlywheelHost
import Foundation
import Learning
import Outbox
import Settings

/// Where a run finds its files, and where each of these places came from.
struct Paths {
    /// A path and what named it.
    struct Place {
        let path: String
        let origin: String
    }

    let store: Place
    /// `nil` when no configuration was named and none lies beside the store.
    private(set) var configuration: Place?
    /// Where a configuration lies that nobody named.
    private let usualConfiguration: String
    /// What is read in place of the configuration's own text, to see what would be.
    private var proposed: String?

    init(_ options: GlobalOptions, _ surroundings: Surroundings) {
        let environment = surroundings.environment
        func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = options.store {
            store = Place(path: path, origin: "--store")
        } else if let path = set("FLYWHEEL_STORE") {
            store = Place(path: path, origin: "$FLYWHEEL_STORE")
        } else if let folder = set("XDG_DATA_HOME") {
            store = Place(path: "\(folder)/flywheel/store.flywheel", origin: "$XDG_DATA_HOME")
        } else {
            store = Place(
                path: "\(surroundings.homeFolder)/.local/share/flywheel/store.flywheel", origin: "the default")
        }
        let beside = (store.path as NSString).deletingLastPathComponent
        let usual = beside.isEmpty ? "flywheel.yaml" : "\(beside)/flywheel.yaml"
        usualConfiguration = usual
        if let path = options.config {
            configuration = Place(path: path, origin: "--config")
        } else if FileManager.default.fileExists(atPath: usual) {
            configuration = Place(path: usual, origin: "beside the store")
        } else {
            configuration = nil
        }
    }

    /// What the configuration says, all of it known to the workflows of this program; the defaults where there is none.
    func readConfiguration(zones: ZoneFiles) throws -> Configuration {
        try read { text, file in
            let configuration = try Configuration(yaml: text, zones: zones, file: file)
            try configuration.check(against: workflows)
            return configuration
        } ?? Configuration()
    }

    /// What the configuration says of cases; nothing where there is none.
    func readDesk(zones: ZoneFiles) throws -> DeskSettings {
        try read { text, file in
            try DeskSettings(yaml: text, sources: SettingsSources(zone: zones.zone, file: file))
        } ?? DeskSettings()
    }

    /// What the configuration says of assessments; the standard model where there is none.
    func readAssessments() throws -> AssessmentSettings {
        try read { text, file in try AssessmentSettings(yaml: text, file: file) }
            ?? AssessmentSettings()
    }

    /// What the configuration says of the loop that tunes thresholds; the defaults where there is none.
    func readLoop() throws -> LoopSettings {
        try read { text, _ in try LoopSettings(yaml: text) } ?? LoopSettings()
    }

    /// What the configuration says metrics should be; nothing where there is none.
    func readTargets() throws -> MetricTargets {
        try read { text, _ in try MetricTargets(yaml: text) } ?? MetricTargets()
    }

    /// What the configuration says in public; nothing where there is none.
    func readCommitments(beside desk: DeskSettings) throws -> CommitmentSettings {
        let names = CommitmentSettings.Names(
            clocks: ClockReading.Kind.allCases.map(\.rawValue), promises: desk.promiseRules.map(\.promise.id))
        return try read { text, _ in try CommitmentSettings(yaml: text, names: names) } ?? CommitmentSettings()
    }

    /// Where the configuration says articles are; nowhere where it says nothing.
    func readArticles() throws -> ArticleShelf {
        try read { text, _ in
            let settings = try ArticleSettings(yaml: text)
            return ArticleShelf(settings, in: settings.folder.map(besideConfiguration))
        } ?? ArticleShelf()
    }

    /// How the server serves: by flags, the environment, the configuration, in this order.
    func readServing(
        _ environment: [String: String], flags: [ServeSettings.Key: String] = [:]
    ) throws -> ServeSettings {
        let folder = configuration.map { ($0.path as NSString).deletingLastPathComponent } ?? ""
        do {
            return try read { text, _ in
                try ServeSettings(yaml: text, folder: folder, environment: environment, flags: flags)
            } ?? ServeSettings(yaml: nil, environment: environment, flags: flags)
        } catch let error as ConfigurationError {
            throw Diagnostic("setting", error.description, help: "flywheel serve --help", exit: .usage)
        }
    }

    /// What the configuration says of what leaves the house; nothing where there is none.
    func readOutbox(zones: ZoneFiles) throws -> OutboxSettings {
        try read { text, file in
            try OutboxSettings(
                yaml: text, routines: Habit.allCases.map(\.rawValue), languages: DigestLanguage.tags,
                sources: SettingsSources(zone: zones.zone, file: file))
        } ?? OutboxSettings()
    }

    /// What `make` makes of the configuration's text, and of what reads files that it names.
    private func read<Value>(
        _ make: (_ text: String, _ file: @escaping (String) throws -> String) throws -> Value
    ) throws -> Value? {
        guard let place = configuration else { return nil }
        do {
            return try make(proposed ?? String(contentsOfFile: place.path, encoding: .utf8)) { path in
                try String(contentsOfFile: besideConfiguration(path), encoding: .utf8)
            }
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "reading", path: place.path)
        } catch let error as Diagnostic {
            throw error
        } catch let error as ConfigurationError {
            throw Diagnostic(error, file: place.path)
        } catch {
            throw Diagnostic(
                "configuration", "the file is not YAML as expected: \(YAMLFault(error))", place: place.path,
                help: "mend the file, then: flywheel doctor", exit: .failed)
        }
    }

    /// A path that the configuration names: it counts from the configuration's own folder.
    private func besideConfiguration(_ path: String) -> String {
        let folder = configuration.map { ($0.path as NSString).deletingLastPathComponent } ?? ""
        return path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
    }

    /// The configuration's text as it lies there; empty where there is none.
    func configurationText() throws -> String { try read { text, _ in text } ?? "" }

    /// The same paths with another text of the configuration, which nothing has written yet.
    func proposing(_ text: String) -> Paths {
        var paths = self
        paths.configuration = configuration ?? Place(path: usualConfiguration, origin: "beside the store")
        paths.proposed = text
        return paths
    }

    /// Puts the proposed text in the place of the configuration's own, whole or not at all.
    func writeProposed() throws {
        guard let place = configuration, let proposed else { return }
        try ReplacedFile.write(place.path) { try $0(Array(proposed.utf8)) }
    }

    /// Whether there is a store to read.
    var storeExists: Bool { FileManager.default.fileExists(atPath: store.path) }

    /// Whether every user of the machine may read the store.
    var isStoreForAll: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: store.path)
        let rights = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        return rights & 0o004 != 0
    }

    /// Says that there is none.
    var noStore: Diagnostic {
        Diagnostic(
            "no-store", "nothing was imported yet: there is no store at \(store.path)",
            notes: ["the path comes from \(store.origin)"],
            help: "flywheel import FILES, or for an example: flywheel demo DIR", exit: .failed)
    }

    /// Makes the store's folder when it is missing.
    func makeStoreFolder() throws {
        let folder = (store.path as NSString).deletingLastPathComponent
        guard !folder.isEmpty else { return }
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch let
            error
            as CocoaError
        { throw Diagnostic(error, doing: "making the folder", path: folder) }
    }
}
