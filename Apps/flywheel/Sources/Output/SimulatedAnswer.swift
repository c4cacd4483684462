/// An answer out of a store that a simulation wrote: it says so before anything else.
struct SimulatedAnswer: Answer {
    let answer: any Answer
    let seed: UInt64

    var rows: [JSON] { answer.rows }
    var columns: [String] { answer.columns }
    var pipeColumns: [String]? { answer.pipeColumns }
    var listKey: String? { answer.listKey }
    var exit: Exit { answer.exit }
    var refusals: [Diagnostic] { answer.refusals }
    var warnings: [String] { answer.warnings }

    /// Rows alone cannot say it.
    var remarks: [String] { [head] + answer.remarks }

    var json: JSON {
        .object(answer.json.members + [JSON.Member(key: "simulated", value: .text(String(seed)))])
    }

    /// A page says it by itself, since it is kept as a file and sent around.
    func html(on page: Page) -> String { answer.html(on: page) }

    func text(on page: Page) -> [String] { [head] + answer.text(on: page) }
    func markdown(on page: Page) -> [String] { ["**\(head)**", ""] + answer.markdown(on: page) }

    private var head: String { "Simulated: seed \(seed)" }
}
