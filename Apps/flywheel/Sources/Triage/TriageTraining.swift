import CaseDesk
import Triage

/// Trains a desk's triage on a CSV of messages that people labelled.
struct TriageTraining {
    /// The CSV of `text,label[,language]`; `-` for standard input; `nil` for the starter phrases.
    let input: String?
    /// The file to write.
    let model: String

    func answer(in surroundings: Surroundings) throws -> TriageModelAnswer {
        let triage: DeskTriage
        do {
            triage = try input.map { try DeskTriage(messages(of: $0, surroundings)) } ?? .starter()
        } catch let error as TrainingError {
            throw Diagnostic(
                error, place: input,
                help: "export more closed tickets, or begin with: flywheel triage train --starter --model FILE")
        }
        try TriageFile.write(triage, to: model)
        return TriageModelAnswer(triage: triage, file: model)
    }

    private func messages(of input: String, _ surroundings: Surroundings) throws -> [LabelledMessage] {
        var table = try MessageTable(input, in: surroundings)
        let (text, label, language) = (
            try table.required("text"), try table.required("label"), table.column("language")
        )
        var messages: [LabelledMessage] = []
        try table.forEach { rows in
            rows.map { row in
                LabelledMessage(
                    row.cells[text], labels: Set(Self.labels(row.cells[label])),
                    language: language.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 })
            }
        } deliver: {
            messages += $0
        }
        return messages
    }

    /// The labels of a cell: several are parted by `;`, none is a message about nothing the desk knows.
    static func labels(_ cell: String) -> [String] {
        cell.split(separator: ";").map { part in
            part.split { $0.isWhitespace }.joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}

extension Diagnostic {
    /// Why nothing could be learnt.
    init(_ error: TrainingError, place: String? = nil, notes: [String] = [], help: String) {
        self.init(
            "triage", error.description, place: place,
            notes: ["a language needs \(DeskTriage.fewestMessages) messages, and two labels of it four each"] + notes,
            help: help, exit: .failed)
    }
}
