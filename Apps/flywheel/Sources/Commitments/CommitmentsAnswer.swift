import Commitments
import FlywheelKit

/// What `commitments` prints, and the public page shows: nobody's name, no account, no number of a case.
struct CommitmentsAnswer: Answer {
    let status: PublicStatus

    let listKey: String? = "levels"
    let columns = [
        "id", "title", "measure.clock", "measure.promise", "measure.component", "measure.severity", "window", "since",
        "target", "kept", "told", "share", "isMet", "unknown",
    ]
    var rows: [JSON] { status.levels.map(\.json) }

    var json: JSON {
        let now = status.asOf
        return [
            "schema": "flywheel.commitments/1", "asOf": .instant(now), "title": .text(status.settings.title),
            "standing": .text(status.standing.rawValue),
            "components": .array(
                status.settings.components.map { component in
                    [
                        "id": .text(component.id), "name": .text(component.name),
                        "standing": .text(status.standing(of: component.id).rawValue),
                    ]
                }),
            "levels": .array(rows), "incidents": .array(status.incidents.map { $0.publicJSON(at: now) }),
            "maintenance": .array(status.maintenance.map { $0.publicJSON(at: now) }),
        ]
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
            rows: status.settings.components.map { component in
                let standing = status.standing(of: component.id)
                return [
                    Table.Cell(component.name),
                    Table.Cell(standing.rawValue, standing == .operational ? .plain : .yellow),
                ]
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

extension AttainedLevel {
    /// It as one row. Shares are rounded as those of `attainment`.
    var json: JSON {
        let (measure, unit): (JSON, String) =
            switch level.measure {
            case .clock(let clock, let promise):
                (
                    ["clock": .text(clock), "promise": .text(promise), "component": nil, "severity": nil],
                    "promises kept or missed"
                )
            case .uptime(let component, let severity):
                (
                    [
                        "clock": nil, "promise": nil, "component": .text(component),
                        "severity": .text(severity.rawValue),
                    ], "seconds watched"
                )
            }
        return [
            "id": .text(level.id), "title": .text(level.title), "measure": measure,
            "window": .text(level.window.rawValue), "since": .instant(since),
            "target": .number(Double(level.target) / 10_000), "kept": .integer(kept), "told": .integer(told),
            "share": share.map { .number(Double($0) / 10_000) } ?? nil, "isMet": .flag(isMet),
            "unknown": share == nil ? .text("too few to say: \(told) of \(least) \(unit)") : nil,
        ]
    }
}

extension Incident {
    /// It as everybody may read it.
    fileprivate func publicJSON(at now: Instant) -> JSON {
        [
            "id": .text(id), "title": .text(body.title), "state": .text(state(at: now).rawValue),
            "severity": .text(severity?.rawValue), "components": .texts(last.components),
            "began": .instant(body.began), "opened": .instant(body.updates[0].at), "nextUpdate": .instant(last.next),
            "resolved": .instant(resolved),
            "updates": .array(
                body.updates.map { update in
                    [
                        "at": .instant(update.at), "severity": .text(update.severity.rawValue),
                        "components": .texts(update.components), "nextUpdate": .instant(update.next),
                        "text": .text(update.text),
                    ]
                }),
        ]
    }
}

extension Maintenance {
    /// It as everybody may read it.
    fileprivate func publicJSON(at now: Instant) -> JSON {
        [
            "id": .text(id), "title": .text(body.title), "state": .text(state(at: now).rawValue),
            "components": .texts(body.components), "starts": .instant(last.starts), "ends": .instant(last.ends),
            "updates": .array(
                body.updates.map { update in
                    [
                        "at": .instant(update.at), "step": .text(update.step.rawValue),
                        "starts": .instant(update.starts), "ends": .instant(update.ends), "text": .text(update.text),
                    ]
                }),
        ]
    }
}
