import CaseDesk
import Cases
import Statistics

/// How a desk's triage does on messages that people labelled and that it was not trained on.
struct TriageTrial {
    /// What was measured of some messages.
    struct Score: JSONRecord {
        var messages = 0
        var right = 0

        /// The share that is right; `nil` without messages.
        var share: Double? { messages == 0 ? nil : Double(right) / Double(messages) }

        static let members: Members<Self> = ["messages": .value(\.messages), "right": .value(\.right)]

        mutating func add(_ isRight: Bool) {
            messages += 1
            if isRight { right += 1 }
        }
    }

    /// All messages about something the desk knows, whoever decides.
    private(set) var all = Score()
    /// What is decided or suggested, and what is decided.
    private(set) var answered = Score()
    private(set) var decided = Score()
    /// Messages without a label, and how many of them a person gets without an answer.
    private(set) var unknown = Score()
    /// Stated confidences, and whether they were right.
    private var stated: [(stated: Double, isTrue: Bool)] = []

    /// The expected calibration error of the confidences.
    var calibration: Double? { CalibrationError.value(stated) }

    /// Reads a CSV of `text,label[,language]`. Throws a ``Diagnostic``.
    init(_ file: String, by triage: DeskTriage, in surroundings: Surroundings) throws {
        var table = try MessageTable(file, in: surroundings)
        let (text, label, language) = (
            try table.required("text"), try table.required("label"), table.column("language")
        )
        let prototype = TriageWorker(triage)
        try table.forEach { rows in
            var worker = prototype
            return rows.map { row in
                let stated = language.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
                return (worker.triage(row.cells[text], language: stated), TriageTraining.labels(row.cells[label]))
            }
        } deliver: { (messages: [(TriagedMessage, [String])]) in
            for (message, labels) in messages { add(message, labels) }
        }
    }

    /// What people said of cases, beside what the desk's triage suggested.
    init(_ cases: LabelledCases) {
        for (message, labels) in cases.judged { add(message, labels) }
    }

    private mutating func add(_ message: TriagedMessage, _ labels: [String]) {
        guard !labels.isEmpty else {
            unknown.add(message.decision.kind == .human)
            return
        }
        let isRight = message.labels.first.map(labels.contains) ?? false
        all.add(isRight)
        if message.decision.kind != .human { answered.add(isRight) }
        if message.decision.kind == .auto { decided.add(isRight) }
        if !message.labels.isEmpty { stated.append((message.confidence, isRight)) }
    }
}
