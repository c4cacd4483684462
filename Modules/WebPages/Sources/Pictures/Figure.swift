/// A picture with its question, its answer, and the same numbers as a table.
public struct Figure: Sendable {
    let question: HTML
    let picture: HTML
    let note: HTML?
    let numbers: DataTable?

    /// - Parameters:
    ///   - question: what the picture answers; its caption.
    ///   - picture: the drawing, which carries the answer for those who do not see it.
    ///   - note: how to read it, or what it rests on.
    ///   - numbers: what is drawn, as a table that can be opened.
    public init(question: HTML, picture: HTML, note: HTML? = nil, numbers: DataTable? = nil) {
        self.question = question
        self.picture = picture
        self.note = note
        self.numbers = numbers
    }

    /// The figure.
    public func html(for reader: Reader) -> HTML {
        let note = note.map { "<p class=\"muted\">\($0)</p>" as HTML }
        let numbers = numbers.map {
            "<details><summary>\(reader.phrases("picture.numbers"))</summary>\($0.html)</details>" as HTML
        }
        return "<figure>\n<figcaption>\(question)</figcaption>\n\(picture)\n\(note)\(numbers)\n</figure>"
    }
}
