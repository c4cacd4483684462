import FlywheelHost
import FlywheelKit
import FlywheelStore

extension ShowAnswer {
    /// How the same problem went before: what was taken for its cause, what was done, and that it did not hold.
    func earlier(_ page: Page) -> [String] {
        guard let last = explanation.earlier.first else { return [] }
        let count = explanation.earlier.count
        let times = count == 1 ? "once before" : "\(count) times before"
        var lines = page.wrapped("\(times), last as \(words(of: last, page))".visible, head: "Repeats  ")
        if let note = last.note { lines += page.wrapped("\(note.author): \(note.text)".visible, head: "         ") }
        let causes = explanation.earlier.compactMap { $0.exception.rootCause?.inWords }
        let others = Set(causes.dropFirst()).sorted()
        if !others.isEmpty {
            lines += page.wrapped("earlier causes: \(others.joined(separator: ", "))".visible, head: "         ")
        }
        return lines
    }

    /// The first line of a playbook that was followed before.
    func lastTime(_ page: Page) -> [String] {
        guard let last = explanation.earlier.first else { return [] }
        let steps = last.exception.stepsDone.map(String.init).joined(separator: ", ")
        let done = steps.isEmpty ? "no step was ticked off" : "done: \(steps)"
        let cause = last.exception.rootCause.map { ", closed as \($0.inWords)" } ?? ""
        return page.wrapped(
            "Last time (\(last.exception.id)\(cause); \(done)) it did not hold: look for what brings it back".visible,
            head: "   ")
    }

    private func words(of time: Explanation.EarlierTime, _ page: Page) -> String {
        let exception = time.exception
        let end = page.clock.dated(time.ended)
        guard let by = exception.closedBy else {
            return time.mendedBy.map { "\(exception.id), which a change that \($0) wrote ended \(end)" }
                ?? "\(exception.id), which ended by itself \(end)"
        }
        let held = WallClock.span(max(0, explanation.exception.detected.seconds - time.ended.seconds))
        return """
            \(exception.id), closed \(end) by \(by) as \(exception.rootCause?.inWords ?? "no cause"), \(exception.state.words); it \
            held for \(held)
            """
    }
}

extension Explanation.EarlierTime: JSONRecord {
    /// What is known of the earlier time, apart from its history.
    static let members: Members<Self> = [
        "id": .value(\.exception.id), "state": .word(\.exception.state), "detected": .value(\.exception.detected),
        "ended": .value(\.ended), "closedBy": .value(\.exception.closedBy),
        "mendedBy": .value(\.mendedBy), "rootCause": .value(\.exception.rootCause),
        "stepsDone": .value(\.exception.stepsDone), "note": .value(\.note?.text),
    ]
}
