/// The headings of a file from left to right. They are kept in order and not by name, because they may repeat.
struct Headings: Hashable, Sendable {
    /// As written.
    let texts: [String]
    /// As they are compared.
    let names: [HeadingName]

    init(_ texts: [String]) {
        self.texts = texts
        names = texts.map { HeadingName($0) }
    }

    /// How many columns have a heading.
    var namedCount: Int { names.count { !$0.text.isEmpty } }

    /// How many of the headings are among `known`.
    func count(in known: Set<HeadingName>) -> Int { names.count { known.contains($0) } }

    /// The column that carries the first of `aliases` the file has, other than those `taken` for something else.
    func column(of aliases: [HeadingAlias], besides taken: Set<Int> = []) -> Int? {
        for alias in aliases {
            let columns = names.indices.lazy.filter { names[$0] == alias.name }
            if let column = columns.dropFirst(alias.occurrence).first, !taken.contains(column) { return column }
        }
        return nil
    }
}
