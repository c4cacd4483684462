import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `review` prints.
struct ReviewAnswer: Answer {
    let candidates: [(record: LoopRecord, body: CandidateBody)]
    let plan: [StageManifest]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "id", "workflow", "kind", "account", "marketplace", "subject", "tier", "knobs", "weight", "secondLookAt",
        "label", "by",
    ]

    var rows: [JSON] {
        candidates.map { record, body in
            [
                "id": .text(record.id), "workflow": .text(body.fingerprint.workflow),
                "kind": .text(body.fingerprint.kind),
                "account": .text(body.fingerprint.subject.account),
                "marketplace": .text(body.fingerprint.subject.marketplace),
                "subject": .text(body.fingerprint.subject.code),
                "tier": .text(body.tier?.rawValue), "knobs": .texts(body.knobs), "weight": .number(body.weight),
                "secondLookAt": .text(body.secondLookAt?.description), "label": .text(body.judged?.verdict.rawValue),
                "by": .text(body.judged?.by),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.review/1", "asOf": .instant(asOf), "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        guard !candidates.isEmpty else {
            return ["Nothing waits to be judged; rotations sample what lies just below thresholds"]
                + page.next("flywheel thresholds")
        }
        let table = Table(
            columns: [
                .init("ID"), .init("TIER"), .init("WHAT", least: 16), .init("ABOUT", least: 8), .init("FOUND BY"),
                .init("LABEL"),
            ],
            rows: candidates.map { record, body in
                [
                    Table.Cell(record.id, .bold), Table.Cell(body.tier?.rawValue ?? "-"), Table.Cell(title(body)),
                    Table.Cell("\(body.fingerprint.subject.words) \(body.fingerprint.subject.marketplaceName)"),
                    Table.Cell(body.secondLookAt.map { "\($0), again" } ?? body.knobs.joined(separator: ", ")),
                    Table.Cell(body.judged?.verdict.rawValue ?? "-"),
                ]
            })
        let waiting = candidates.filter { $0.body.judged == nil }
        // Which label is for whoever looks to say: a hint would be one.
        let next = waiting.first.map { "flywheel review \($0.record.id) --label LABEL" } ?? "flywheel thresholds"
        return ["\(Numbers.grouped(waiting.count)) to judge; none of them is work", ""] + table.lines(on: page)
            + page.next(next)
    }

    private func title(_ body: CandidateBody) -> String {
        plan.first { $0.id == body.fingerprint.workflow }?.kinds.first { $0.id == body.fingerprint.kind }?.title
            ?? body.fingerprint.kind
    }
}
