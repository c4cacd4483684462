/// What goes wrong with one of the seller's files on its way: none of it may be believed, and none may stop the others.
enum Mishap {
    case cutOff, thinned, annotated(column: Int, every: Int, with: String)

    /// The mishap of a file, by its name and by how many exports come after it; the last ones are fresh in mind.
    init?(of name: String, exportsToCome: Int) {
        switch (name, exportsToCome) {
        case ("suppressed-DE.txt", 6): self = .cutOff
        case ("fba-DE.txt", 0): self = .thinned
        case ("listings-US.txt", 0): self = .annotated(column: 4, every: 601, with: "on request")
        case ("fba-US.txt", 2): self = .annotated(column: 10, every: 701, with: "recount")
        default: return nil
        }
    }

    func strike(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .cutOff: Spoiling.cutOff(bytes)
        case .thinned: Spoiling.thinned(bytes)
        case .annotated(let column, let rows, let text):
            Spoiling.annotated(bytes, column: column, every: rows, with: text)
        }
    }
}
