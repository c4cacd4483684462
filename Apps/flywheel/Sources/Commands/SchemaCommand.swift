import ArgumentParser
import FlywheelHost
import Settings

/// `flywheel schema`.
struct SchemaCommand: AnsweringCommand {
    static let examples = ["flywheel schema", "flywheel schema queue", "flywheel schema show > show.schema.json"]
    static let configuration = CommandConfiguration.answering(
        "schema", "Prints the JSON Schema of a document; without a name, lists the documents.", examples: examples,
        exits: [.done, .unknown, .usage],
        discussion: """
            A document says in its first member which it is and in which version, "schema":"flywheel.queue/1". Within a
            version members may be added behind the others; any other change is a new version.
            """,
        seeAlso: ["flywheel queue --format json", "flywheel export"])

    @Argument(
        help: "The document: queue, show, imports.", completion: .list(Document.all.map(\.name)))
    var name: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        guard let name else { return ListAnswer(items: Document.all) }
        if let document = Document.all.first(where: { [$0.name, $0.id].contains(name) }) {
            return SchemaAnswer(document: document)
        }
        let nearest = Nearest.word(to: name, of: Document.all.map(\.name)).map { "; did you mean \"\($0)\"?" } ?? ""
        throw Diagnostic(
            "unknown-schema", "there is no document \"\(name)\"\(nearest)", help: "flywheel schema lists them",
            exit: .unknown)
    }
}

/// What `schema` prints of one document: its JSON Schema, whatever the format.
struct SchemaAnswer: Answer {
    let document: Document

    let columns: [String] = []
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { [] }
    var json: JSON { document.schema }
    func text(on page: Page) -> [String] { [document.schema.line] }
}

extension Document: ListedRecord {
    static let list = (name: "schemas", meaning: "The documents there are.")

    static let members: Members<Self> = [
        "name": .value(\.name), "schema": .value(\.id), "meaning": .value(\.meaning),
    ]
}
