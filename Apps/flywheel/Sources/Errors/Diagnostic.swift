/// An error as people read it: a code that never changes its meaning, a sentence that stands alone, what else is known,
/// and one way on.
struct Diagnostic: Error, Hashable {
    /// A word that programs can go by.
    let code: String
    /// What was found, and what was expected.
    var sentence: String
    /// Where: file, line, column.
    var place: String?
    /// How many, and what happened to the rest.
    var notes: [String] = []
    /// What to do, with a command.
    var help: String?
    /// What the process ends with.
    var exit: Exit

    init(
        _ code: String, _ sentence: String, place: String? = nil, notes: [String] = [], help: String? = nil, exit: Exit
    ) {
        self.code = code
        self.sentence = sentence
        self.place = place
        self.notes = notes
        self.help = help
        self.exit = exit
    }

    /// The lines for standard error.
    func lines(ink: Ink, width: Int = 80, hints: Bool = true) -> [String] {
        var lines = ["\(ink("error[\(code)]", .red)): \(sentence.visible)"]
        if let place { lines.append("  --> \(place.visible)") }
        for note in notes { lines += Wrapping.lines(note.visible, head: "     = note: ", width: width) }
        if hints, let help { lines += Wrapping.lines(help.visible, head: "     = help: ", width: width) }
        return lines
    }
}
