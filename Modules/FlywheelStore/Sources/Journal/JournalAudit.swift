import FlywheelKit

/// Goes through a journal in order and notes where events, seals and the states of records do not agree.
///
/// A store hands in every entry followed by its events, then the states its records are in; what is wrong is in
/// ``faults``. One altered, removed, added or moved entry or event always shows. Removing the newest entries together
/// with their events and the count of entries does not: for that, keep a seal somewhere else.
public struct JournalAudit: Sendable {
    /// What was found so far.
    public private(set) var faults: [JournalFault] = []
    private var sequence: Int64 = 0
    private var seal = ""
    private var open: OpenEntry?
    private var states: [String: (sequence: Int64, state: String)] = [:]
    /// Openings of neighbours, of which there may be hundreds of thousands in one event; by id once the journal has ended.
    private var runs: [Run] = []

    private struct Run {
        let letter: Character
        let ids: Range<Int64>
        let sequence: Int64
        let state: String
    }

    private struct OpenEntry {
        var digest: String
        var events = EventDigest()
        var count = 0
        var isInOrder = true
        var isReadable = true
    }

    /// An audit that has seen nothing yet.
    public init() {}

    /// Looks at the next entry; `nil` when the row of that sequence number cannot be read as one.
    public mutating func begin(_ sequence: Int64, _ entry: JournalEntry?) {
        close()
        let expected = self.sequence + 1
        self.sequence = sequence
        if sequence != expected { note("entry \(sequence) stands where entry \(expected) was expected") }
        guard let entry else { return note("entry \(sequence) cannot be read") }
        if entry.previous != seal { note("entry \(sequence) was not sealed onto the entry before it") }
        if entry.seal != entry.expectedSeal { note("the seal of entry \(sequence) does not match what it says") }
        seal = entry.seal
        open = OpenEntry(digest: entry.eventDigest)
    }

    /// Looks at the next event of the entry; `nil` when its row cannot be read as one.
    public mutating func add(_ position: Int, _ event: JournalEvent?) {
        guard open != nil else { return }
        if position != open?.count { open?.isInOrder = false }
        open?.count += 1
        guard let event else {
            open?.isReadable = false
            return
        }
        open?.events.add(event)
        guard !event.state.isEmpty else { return }
        guard event.verb == .opened, event.count > 1, let letter = event.subject.first,
            let first = Int64(event.subject.dropFirst())
        else {
            for subject in event.subjects { states[subject] = (sequence, event.state) }
            return
        }
        let (end, isTooFar) = first.addingReportingOverflow(Int64(event.count))
        let ids = first..<(isTooFar ? Int64.max : end)
        runs.append(Run(letter: letter, ids: ids, sequence: sequence, state: event.state))
    }

    /// Ends the journal, and compares it with the number of entries ever written and of events that belong to none.
    public mutating func finish(written: Int64, loose: Int) {
        close()
        if sequence != written { note("the journal ends with entry \(sequence), but \(written) were written") }
        if loose > 0 { note("\(loose) events belong to no entry") }
        runs.sort { ($0.letter, $0.ids.lowerBound) < ($1.letter, $1.ids.lowerBound) }
        for (left, right) in zip(runs, runs.dropFirst())
        where left.letter == right.letter && left.ids.upperBound > right.ids.lowerBound {
            note("\(right.letter)\(right.ids.lowerBound) was opened by entry \(left.sequence) and by \(right.sequence)")
        }
    }

    /// Compares a record's state with the last one that the journal gives it.
    public mutating func check(_ subject: String, is state: String) {
        guard let last = states[subject] ?? opening(of: subject) else {
            return note("\(subject) is \(state), and no entry says how it came to be")
        }
        guard last.state != state else { return }
        faults.append(
            JournalFault(
                sequence: last.sequence,
                "\(subject) is \(state), but entry \(last.sequence), the last about it, left it \(last.state)"))
    }

    /// Compares what ``NoteDigest`` makes of a note with what was journalled. One that is gone is no fault: personal text
    /// can be erased.
    public mutating func check(note id: String, is detail: String, journalled: String) {
        guard journalled != detail else { return }
        note("\(id) is not what was journalled when it was written")
    }

    /// Which event opened a subject together with its neighbours. Any other event about it comes later.
    private func opening(of subject: String) -> (sequence: Int64, state: String)? {
        guard let letter = subject.first, let id = Int64(subject.dropFirst()) else { return nil }
        let begun = runs.prefixCount { ($0.letter, $0.ids.lowerBound) <= (letter, id) }
        guard let run = runs[..<begun].last, run.letter == letter, run.ids.contains(id) else { return nil }
        return (run.sequence, run.state)
    }

    private mutating func close() {
        guard let entry = open else { return }
        open = nil
        if !entry.isInOrder { note("the events of entry \(sequence) are not numbered from 0 without gaps") }
        if !entry.isReadable || entry.events.text != entry.digest {
            note("the events of entry \(sequence) are not those it was sealed over")
        }
    }

    private mutating func note(_ description: String) {
        faults.append(JournalFault(sequence: sequence, description))
    }
}
