import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// One exception's course as the journal tells it, in plain numbers: seconds since 1970 and words.
struct Life {
    /// One line of the journal about it.
    struct Line {
        let at: Int
        let who: String
        let isPerson: Bool
        let verb: String
        let state: String
        let detail: String
    }

    let number: Int64
    let record: ExceptionRecord
    /// All lines, and those that nobody took back.
    let lines: [Line]
    let standing: [Line]
    /// The lines of each change that was proposed to end it.
    let changes: [[Line]]

    init(number: Int64, record: ExceptionRecord, lines: [Line], changes: [[Line]]) {
        self.changes = changes
        self.number = number
        self.record = record
        self.lines = lines
        var standing: [Line] = []
        for line in lines {
            if line.verb != "undone" {
                standing.append(line)
            } else if let last = standing.lastIndex(where: { $0.who == line.who && $0.verb == line.detail }) {
                standing.remove(at: last)
            }
        }
        self.standing = standing
    }

    // What it is, from its own row: the journal holds ids alone.
    var place: String { "\(record.fingerprint.workflow)/\(record.fingerprint.kind)/\(record.fingerprint.subject)" }
    var name: String { record.fingerprint.text }
    var onset: Int? { (record.onset?.seconds).map { Int($0) } }
    var due: Int? { (record.due?.seconds).map { Int($0) } }

    var seen: Int { lines[0].at }
    var isFoundByPerson: Bool { lines[0].verb == "added" }
    var claimed: Int? { standing.first { $0.verb == "claimed" }?.at }

    /// The close that still holds: it was not refuted, or confirmed a little later all the same.
    var close: Line? {
        guard let last = standing.lastIndex(where: { $0.verb == "closed" }) else { return nil }
        let after = standing[last...]
        let isRefuted = after.contains { $0.verb == "notFixed" } && !after.contains { $0.verb == "verified" }
        return isRefuted || after.contains { $0.verb == "reopened" } ? nil : standing[last]
    }
    /// When what it closed ended: with it, or when it was seen to be gone after all.
    var closed: Int? {
        guard let close else { return nil }
        return refutations.contains { $0 >= close.at } ? confirmed : close.at
    }
    var closer: String? { close?.who ?? (hasCleared ? mend?.who : nil) }
    var ended: Int? { closed ?? standing.first { $0.verb == "cleared" || $0.verb == "lapsed" }?.at }
    var confirmed: Int? {
        if isMended { return ended }
        return close == nil ? nil : standing.last { $0.verb == "verified" }?.at
    }
    var refutations: [Int] { standing.filter { $0.verb == "notFixed" }.map(\.at) }
    var cause: String? { close.map { String($0.detail.prefix { $0 != "," }) } }

    private var hasCleared: Bool { standing.contains { $0.verb == "cleared" } }
    /// The change that was last written to end it before it ended, and not taken back till then.
    private var mend: Line? {
        guard close == nil, let ended else { return nil }
        return changes.compactMap { lines in
            let files = lines.filter { ["written", "takenBack"].contains($0.verb) && $0.at < ended }
            return files.last?.verb == "written" ? files.last : nil
        }.max { $0.at < $1.at }
    }
    /// Whether a change ended it, and no close.
    var isMended: Bool { hasCleared && mend != nil }

    var predicted: Int? { lines.first { !$0.isPerson && $0.state == "predicted" }?.at }
    var cameTrue: Int? {
        guard let predicted else { return nil }
        return lines.first { !$0.isPerson && $0.at > predicted && ($0.state == "active" || $0.state == "notFixed") }?.at
    }

    /// From when the first could help that its seller ordered for it, as it was known last.
    var orderArrives: Int? {
        lines.last { $0.detail.hasPrefix("ordered ") }.flatMap { Instant(String($0.detail.dropFirst(8))) }.map {
            Int($0.seconds)
        }
    }

    /// Whether somebody did something about it before it came true.
    var isActedOnInTime: Bool {
        (refutations + [orderArrives].compactMap(\.self)).contains { $0 <= cameTrue ?? .max }
    }
    /// Whether it was foreseen and did not come by itself, since somebody acted on it.
    var isPrevented: Bool {
        predicted != nil && (isActedOnInTime || cameTrue == nil && verdict != "didNotHappen")
    }

    /// Whether it was ever more than foreseen.
    var hasBegun: Bool { predicted == nil || cameTrue != nil }

    /// What it turned out to be.
    var verdict: String? {
        guard ended != nil else { return nil }
        if close != nil { return "actionable" }
        if standing.contains(where: { $0.verb == "lapsed" }) {
            // Nobody can tell what would have come of what somebody had closed or ordered for.
            let last = standing.last { ["closed", "reopened"].contains($0.verb) }
            return orderArrives != nil || last?.verb == "closed" || mend != nil ? "actionable" : "didNotHappen"
        }
        return isHeld || isMended ? "actionable" : "selfCleared"
    }

    /// Whether somebody had it in hand when it ended.
    private var isHeld: Bool {
        let last = standing.last { ["claimed", "released", "notFixed", "assigned"].contains($0.verb) }
        return last?.verb == "claimed"
    }

    /// Minutes of work: what was stated with closes, else the gaps of half an hour at most between what one person did.
    var minutes: Double? {
        let stated = standing.filter { $0.verb == "closed" }.compactMap { line -> Int? in
            let words = line.detail.split(separator: " ")
            return words.last == "min" ? Int(words[words.count - 2]) : nil
        }
        if !stated.isEmpty { return Double(stated.reduce(0, +)) }
        var gaps: [Int] = []
        let acts = (lines + changes.flatMap(\.self)).filter(\.isPerson)
        for person in Set(acts.map(\.who)) {
            let moments = Set(acts.filter { $0.who == person }.map(\.at)).sorted()
            for (left, right) in zip(moments, moments.dropFirst()) where right - left <= 1_800 {
                gaps.append(right - left)
            }
        }
        return gaps.isEmpty ? nil : Double(gaps.reduce(0, +)) / 60
    }

    /// What it counted for when it was closed, in minor units; of what a change ended the queue alone knows.
    var amount: Int? {
        guard let bytes = record.termsAtClose, let terms = try? RiskTerms(bytes: bytes) else { return nil }
        return terms.atRisk.map { Int($0) }
    }
}

extension Life {
    /// The courses of all exceptions but groups, by number.
    static func all(in store: any Store) throws -> [Life] {
        let looks = Dictionary(
            uniqueKeysWithValues: try store.rotations().map { ($0.id.description, Int($0.asOf.seconds)) })
        var lines: [String: [Line]] = [:]
        // What each change was proposed for.
        var ends: [String: String] = [:]
        for entry in try store.events() {
            let event = entry.event
            if event.verb == .proposed { ends[event.subject] = event.detail }
            for subject in event.subjects where subject.hasPrefix("X") || subject.hasPrefix("L") {
                lines[subject, default: []].append(
                    Line(
                        at: looks[event.cause] ?? Int(entry.at.seconds), who: entry.actor.name,
                        isPerson: entry.actor.kind == .person, verb: event.verb.rawValue, state: event.state,
                        detail: event.detail))
            }
        }
        let changes = Dictionary(grouping: ends.keys) { ends[$0] ?? "" }.mapValues {
            $0.sorted().map { lines[$0] ?? [] }
        }
        return try lines.filter { $0.key.hasPrefix("X") }.compactMap { id, lines in
            guard let number = Int64(id.dropFirst()), let record = try store.exception(ExceptionID(number)) else {
                throw Missing(what: id)
            }
            // What its listing took with it, or who added it took back, counts as nothing.
            guard record.source != .group, record.state != .withdrawn else { return nil }
            return Life(number: number, record: record, lines: lines, changes: changes[id] ?? [])
        }.sorted { $0.number < $1.number }
    }

    struct Missing: Error {
        let what: String
    }
}
