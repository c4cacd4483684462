/// A document the program writes, `flywheel.queue/1`: what `--format json` prints.
struct Document: Hashable, Sendable {
    /// The name in its `schema`, without version.
    let name: String
    let version: Int
    /// What it says, in a sentence.
    let meaning: String
    /// Its members behind `schema`.
    let fields: [Shape.Field]

    init(_ name: String, version: Int = 1, _ meaning: String, _ shape: Shape) {
        self.name = name
        self.version = version
        self.meaning = meaning
        if case .record(let fields) = shape { self.fields = fields } else { fields = [] }
    }

    /// What stands in its `schema`.
    var id: String { "flywheel.\(name)/\(version)" }

    /// The JSON Schema (draft 2020-12).
    var schema: JSON {
        let identity: [JSON.Member] = [
            JSON.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
            JSON.Member(key: "$id", value: .text("urn:flywheel:\(name):\(version)")),
            JSON.Member(key: "title", value: .text(id)), JSON.Member(key: "description", value: .text(meaning)),
        ]
        let shape = Shape.record([Shape.Field(key: "schema", shape: .word([id]))] + fields)
        return .object(identity + shape.json.members)
    }

    /// Every document, by name.
    static let all = (imports + queue + work + changes + ofCases + ofLoop + ofServing + house).sorted {
        $0.name < $1.name
    }

    /// Who comes in, and what goes out.
    private static let ofServing: [Document] = people + outbox

    /// What closed work teaches.
    private static let ofLoop: [Document] = loop + habits + metrics + stall + assessments + simulations

    /// What is written at the desk of cases.
    private static let ofCases: [Document] =
        cases + disputes + outreach + privacy + triage + sla + commitments + articles
}
