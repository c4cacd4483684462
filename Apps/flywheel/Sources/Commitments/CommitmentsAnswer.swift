import Commitments
import FlywheelKit

/// What `commitments` prints, and the public page shows: nobody's name, no account, no number of a case.
struct CommitmentsAnswer: DocumentedAnswer {
    let status: PublicStatus

    let listKey: String? = "levels"

    static let document = Document(
        "commitments", "What everybody sees: nobody's name, no account, no number of a case.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.status.asOf), "title": .value(\.status.settings.title), "standing": .word(\.status.standing),
        "components": .list(
            \.components,
            ["id": .value { $0.id }, "name": .value { $0.name }, "standing": .word { $0.standing }]),
        "levels": .value(\.status.levels), "incidents": .list(\.incidents, StandingIncident.forEverybody),
        "maintenance": .list(\.maintenance, StandingMaintenance.forEverybody),
    ]

    private var components: [(id: String, name: String, standing: PublicStatus.Standing)] {
        status.settings.components.map { ($0.id, $0.name, status.standing(of: $0.id)) }
    }

    private var incidents: [StandingIncident] { status.incidents.map { .init(incident: $0, asOf: status.asOf) } }

    private var maintenance: [StandingMaintenance] {
        status.maintenance.map { .init(maintenance: $0, asOf: status.asOf) }
    }

    func text(on page: Page) -> [String] {
        guard !status.settings.components.isEmpty || !status.levels.isEmpty else {
            return page.wrapped("Nothing is promised: there is no commitments: in flywheel.yaml")
                + page.next("flywheel explain commitments")
        }
        let lasting = status.incidents.filter { $0.resolved == nil }
        let head = [
            "\(status.settings.title.visible): \(status.standing.rawValue), as of \(page.clock.full(status.asOf))",
            status.settings.isPublic
                ? "Everybody sees it at /status of flywheel serve" : "Nobody sees it: commitments: public: is not true",
        ]
        let components = Table(
            columns: [.init("COMPONENT", least: 8), .init("STANDS")],
            rows: self.components.map { _, name, standing in
                [Table.Cell(name), Table.Cell(standing.rawValue, standing == .operational ? .plain : .yellow)]
            })
        let open = lasting.flatMap { incident in
            page.wrapped("\(incident.id)  \(incident.body.title), \(incident.standing(on: page.clock).text)".visible)
        }
        return head.flatMap { page.wrapped($0) } + section(components.rows.isEmpty ? [] : components.lines(on: page))
            + section(levels(page)) + section(open)
            + page.next(lasting.first.map { "flywheel incidents show \($0.id)" } ?? "flywheel sla")
    }

    private func section(_ lines: [String]) -> [String] { lines.isEmpty ? [] : [""] + lines }

    private func levels(_ page: Page) -> [String] {
        guard !status.levels.isEmpty else { return [] }
        return Table(
            columns: [
                .init("LEVEL", least: 12), .init("SINCE"), .init("TARGET", isRight: true), .init("KEPT", isRight: true),
                .init("", least: 8),
            ],
            rows: status.levels.map { level in
                [
                    Table.Cell(level.level.title), Table.Cell(page.clock.short(level.since)),
                    Table.Cell(Self.percent(level.level.target)), Table.Cell(level.share.map(Self.percent) ?? "-"),
                    level.isMet.map { Table.Cell($0 ? "met" : "not met", $0 ? .green : .red) }
                        ?? Table.Cell("too few to say"),
                ]
            }
        ).lines(on: page)
    }

    /// Ten-thousandths as percent with two decimals, `98.25%`.
    static func percent(_ share: Int) -> String { Numbers.fixed(Double(share) / 100, decimals: 2) + "%" }
}

extension AttainedLevel: JSONRecord {
    /// Shares are rounded as those of `attainment`.
    static let members: Members<Self> = [
        "id": .value(\.level.id), "title": .value(\.level.title),
        "measure": .part([
            "clock": .value(\.level.measure.clock), "promise": .value(\.level.measure.promise),
            "component": .value(\.level.measure.component), "severity": .word(\.level.measure.severity),
        ]), "window": .word(\.level.window), "since": .value(\.since),
        "target": .value { Double($0.level.target) / 10_000 }, "kept": .value(\.kept), "told": .value(\.told),
        "share": .value { $0.share.map { Double($0) / 10_000 } }, "isMet": .value(\.isMet),
        "unknown": .value(\.unknown),
    ]

    /// Why its share is not known.
    private var unknown: String? {
        share == nil ? "too few to say: \(told) of \(least) \(level.measure.unit)" : nil
    }
}

extension ServiceLevel.Measure {
    fileprivate var clock: String? { if case .clock(let clock, _) = self { clock } else { nil } }
    fileprivate var promise: String? { if case .clock(_, let promise) = self { promise } else { nil } }
    fileprivate var component: String? { if case .uptime(let component, _) = self { component } else { nil } }
    fileprivate var severity: Severity? { if case .uptime(_, let severity) = self { severity } else { nil } }

    /// What is counted.
    fileprivate var unit: String {
        switch self {
        case .clock: "promises kept or missed"
        case .uptime: "seconds watched"
        }
    }
}
