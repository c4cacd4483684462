import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Forecasting
import Foundation
import Imports
import Inventory
import Pricing
import Suppressions

/// A host on a store of its own, with a folder for the files it is given.
struct House {
    static let workflows = [
        InstalledStage(ForecastingStage.self), InstalledStage(InventoryStage.self),
        InstalledStage(PricingStage.self), InstalledStage(SuppressionsStage.self),
    ]
    private static let zones = ZoneFiles()

    let folder: TempFolder
    let host: FlywheelHost.Host

    init(
        _ stages: [InstalledStage] = workflows, store: (any Store)? = nil, in folder: TempFolder? = nil,
        configure: (inout Configuration) -> Void = { _ in }
    ) throws {
        self.folder = try folder ?? TempFolder()
        var configuration = Configuration()
        configuration.rotation.currency = Currency("USD")
        configure(&configuration)
        host = try FlywheelHost.Host(
            store: store ?? SQLiteStore.inMemory(), stages: stages, configuration: configuration, zones: Self.zones)
    }

    /// Imports reports of a seller that were true at a moment.
    @discardableResult
    func bring(
        _ seller: Seller, _ reports: [Report] = Report.allCases, at: Instant = Moments.exported
    ) throws -> [ImportReport] {
        try reports.flatMap { try bring($0.text(of: seller), as: $0.rawValue, in: seller.marketplace, at: at) }
    }

    /// Imports the text of one file.
    @discardableResult
    func bring(
        _ text: String, as name: String, in marketplace: String = "US", at: Instant = Moments.exported
    ) throws -> [ImportReport] {
        let path = try folder.write(text, to: "\(UUID().uuidString)/\(name).txt")
        return try importFiles([path], in: marketplace, at: at)
    }

    func importFiles(_ paths: [String], in marketplace: String?, at: Instant) throws -> [ImportReport] {
        let context = ImportContext(account: "acme", marketplace: marketplace, at: at) { Self.zones.zone($0) }
        return try host.importFiles(paths, context: context, actor: Actor(.person, "ann"), now: at)
    }

    @discardableResult
    func rotate(_ asOf: Instant = Moments.looked) throws -> RotationSummary { try host.rotate(asOf: asOf) }

    /// The whole queue, lane by lane.
    func queue() throws -> [QueueEntry] {
        try QueueRow.Lane.allCases.flatMap { try host.store.queue($0, after: 0, limit: 100_000) }
    }

    func terms(_ entry: QueueEntry) throws -> RiskTerms {
        try RiskTerms(bytes: entry.terms)
    }

    /// Every exception that is not final, and what became of those that are, by fingerprint.
    func exception(_ id: ExceptionID) throws -> ExceptionRecord {
        guard let record = try host.store.exception(id) else { throw Missing(what: "\(id)") }
        return record
    }

    func person(_ name: String, now: Instant = Moments.looked) -> Workbench {
        host.workbench(Actor(.person, name), now: now)
    }

    struct Missing: Error {
        let what: String
    }
}

extension QueueEntry {
    /// What must be equal however the facts came in: the problem, its place, its amount and all its terms.
    var comparable: String {
        "\(exception.fingerprint.text) \(row.lane) \(row.position) \(row.atRisk.map(String.init) ?? "?") \(terms)"
    }
}

extension ImportReport {
    var isKept: Bool { if case .kept = result { true } else { false } }
    var isQuarantined: Bool { if case .quarantined = result { true } else { false } }
    var isSame: Bool { if case .same = result { true } else { false } }

    var record: ImportRecord? {
        switch result {
        case .kept(let record), .quarantined(let record): record
        case .same, .leftAlone: nil
        }
    }
}

extension RotationSummary {
    /// Exceptions that a rotation opened, ended or changed in any way.
    var moved: Int { workflows.reduce(0) { $0 + $1.opened + $1.changed + $1.ended + $1.notFixed } }
    var ended: Int { workflows.reduce(0) { $0 + $1.ended } }
    var notFixed: Int { workflows.reduce(0) { $0 + $1.notFixed } }
}
