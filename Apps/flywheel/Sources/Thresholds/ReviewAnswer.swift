import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `review` prints.
struct ReviewAnswer: DocumentedAnswer {
    let candidates: [(record: LoopRecord, body: CandidateBody)]
    let plan: [StageManifest]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document(
        "review", "What people are asked to judge so that detection can be tuned.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "items": .value { $0.candidates.map { Item(id: $0.record.id, body: $0.body) } },
    ]

    /// What waits to be judged, by its id.
    private struct Item: JSONRecord {
        let id: String
        let body: CandidateBody

        static let members: Members<Self> = [
            "id": .value(\.id), "workflow": .value(\.body.fingerprint.workflow),
            "kind": .value(\.body.fingerprint.kind),
            "account": .value(\.body.fingerprint.subject.account),
            "marketplace": .value(\.body.fingerprint.subject.marketplace),
            "subject": .value(\.body.fingerprint.subject.code), "tier": .value(\.body.tier?.rawValue),
            "knobs": .value(\.body.knobs), "weight": .value(\.body.weight), "secondLookAt": .value(\.body.secondLookAt),
            "label": .value(\.body.judged?.verdict.rawValue), "by": .value(\.body.judged?.by),
        ]
    }

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
        plan.name(of: body.fingerprint)
    }
}
