import FlywheelHost
import FlywheelKit
import FlywheelStore

extension ShowAnswer {
    /// Members shown; the rest is counted.
    private static let membersShown = 10

    /// What a group stands for: its sum is theirs, and each is explained by its own `show`.
    func members(_ page: Page) -> [String] {
        let open = explanation.members.filter(\.exception.state.isOpen)
        let ended = explanation.members.count - open.count
        let rows = open.prefix(Self.membersShown).map { member -> [Table.Cell] in
            let exception = member.exception
            return [
                Table.Cell("  \(exception.id)", .bold), Table.Cell(exception.fingerprint.subject.words),
                exception.standing(on: page.clock), Table.Cell(member.atRisk.map(Numbers.money) ?? "?"),
            ]
        }
        guard !open.isEmpty else {
            return ["", "Stood for \(Numbers.count(ended, "exception")) of one cause, all closed or over"]
        }
        let unpriced = open.count { $0.atRisk == nil }
        var lines = [
            "",
            "Stands for \(Numbers.count(open.count, "exception")) of one cause, each counted once"
                + (unpriced > 0 ? "; \(Numbers.grouped(unpriced)) of them unpriced, in no sum" : "")
                + (ended > 0 ? "; \(Numbers.grouped(ended)) more closed or over" : ""),
        ]
        lines += Table(
            columns: [.init("  ID"), .init("LISTING", least: 8), .init("STATE"), .init("AT RISK", isRight: true)],
            rows: rows
        ).lines(on: page)
        if open.count > Self.membersShown {
            lines += page.line(
                "  \(Numbers.grouped(open.count - Self.membersShown)) more", command: "flywheel queue --parent \(id)")
        }
        return lines
    }
}
