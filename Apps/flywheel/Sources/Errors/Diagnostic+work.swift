import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings

extension Diagnostic {
    /// Why work on an exception was refused.
    init(_ error: WorkError, clock: WallClock) {
        switch error {
        case .unknown(let id):
            self.init(
                "unknown-exception", "there is no exception \(id)", help: "flywheel queue lists what is open",
                exit: .unknown)
        case .tooEarly(let id, let detected):
            self.init(
                "too-early", "\(id) was not seen before \(detected); nothing was changed",
                help: "leave --as-of out to act now, or look: flywheel show \(id)", exit: .refused)
        case .notOpen(let id, let state):
            self.init(
                "not-open", "\(id) is \(state.words) and does not wait for work; nothing was changed",
                help: state == .verifying ? "to take the close back: flywheel reopen \(id)" : "flywheel show \(id)",
                exit: .refused)
        case .claimedBy(let id, let other, let at):
            let since = at.map { " at \(clock.short($0)), \(WallClock.span(clock.now.seconds - $0.seconds)) ago" } ?? ""
            self.init(
                "claimed", "\(id) was claimed by \(other)\(since); nothing was changed",
                help: "ask \(other), or take the next: flywheel queue; at a server a lead may assign it anew",
                exit: .refused)
        case .unseen(let id, let name):
            self.init(
                "refused", "\(id) is of an account that \(name) may not know of; nothing was changed",
                help: "assign it to somebody who may", exit: .refused)
        case .keptOut(let id, let name):
            self.init(
                "refused", "\(name) is kept out and would never see \(id); nothing was changed",
                help: "assign it to somebody else, or let them in: flywheel people enable \(name.shellWord)",
                exit: .refused)
        case .notClaimed(let id):
            self.init(
                "not-claimed", "nobody has claimed \(id); nothing was changed",
                help: "to take it: flywheel claim \(id)",
                exit: .refused)
        case .causeMissing(let id, let causes):
            self.init(
                "root-cause", "\(id) stays open: a close needs a root cause", help: Self.choose(id, among: causes),
                exit: .refused)
        case .causeUnknown(let id, let cause, let causes):
            let nearest = Nearest.word(to: cause, of: causes.map(\.id)).map { "; did you mean \"\($0)\"?" } ?? ""
            self.init(
                "root-cause-unknown", "\(id) stays open: \"\(cause)\" is no cause of its workflow\(nearest)",
                help: Self.choose(id, among: causes, new: cause.hyphenated ?? "WORD"), exit: .refused)
        case .causeNoWord(let id, let cause):
            self.init(
                "root-cause-word",
                "\(id) stays open: \"\(cause)\" is no word, expected a-z, 0-9 and -, at most 40 of them",
                help: "flywheel close \(id) --cause \(cause.hyphenated ?? "WORD") --cause-new", exit: .refused)
        case .notReopenable(let id, let state):
            self.init(
                "not-reopenable", "\(id) is \(state.words); only a close that is being verified can be taken back",
                help: "flywheel show \(id)", exit: .refused)
        case .snoozeEnds(let id, let until):
            let days = Int(Workbench.longestSnoozeDays)
            self.init(
                "snooze-ends",
                "\(id) stays in the queue: --until is \(until), expected later than \(clock.now), by \(days) days at most",
                help: "flywheel snooze \(id) --until \(clock.now.advanced(byDays: 7).utcDay) --reason WORD",
                exit: .refused)
        case .reasonMissing(let id):
            self.init(
                "reason", "\(id) stays in the queue: a snooze needs a reason, found a blank one",
                help: "flywheel snooze \(id) --until DAY --reason WORD, or a text in quotes", exit: .refused)
        case .textLength(let id, let count):
            let most = Workbench.longestText
            let found = count == 0 ? "nothing" : "\(count) characters"
            self.init(
                "note-length",
                "\(id.map { "\($0): " } ?? "")a note says something in at most \(most) characters, found \(found)",
                help: "write it to flywheel note in several parts", exit: .refused)
        case .noPlaybook(let id):
            self.init(
                "no-playbook", "there is no playbook for \(id); nothing was changed", help: "flywheel show \(id)",
                exit: .refused)
        case .noStep(let id, let number, let steps):
            self.init(
                "no-step", "the playbook of \(id) has \(steps) steps, found step \(number); nothing was changed",
                help: "flywheel show \(id) --playbook", exit: .refused)
        case .nothingToUndo(let id, let name):
            self.init(
                "nothing-to-undo",
                "there is no change of \(id.map { "\($0)" } ?? "an exception") by \(name) left to undo",
                help: "flywheel show \(id.map(\.description) ?? "ID") tells what happened", exit: .refused)
        case .builtOn(let id, let undoing, let who, let did, let at):
            self.init(
                "built-on",
                "\(id) stays as it is: after you (\(undoing.words)) came \(who) (\(did.words)) at \(clock.dated(at))",
                help: "flywheel show \(id), and change it anew", exit: .refused)
        case .noRotation:
            self.init(
                "no-rotation", "nothing was looked at yet: there is no rotation; nothing was added",
                help: "flywheel rotate", exit: .failed)
        case .store(let error):
            self.init(error)
        }
    }

    private static func choose(_ id: ExceptionID, among causes: [RootCause], new: String = "WORD") -> String {
        let command = "flywheel close \(id) --cause \(new) --cause-new"
        return causes.isEmpty ? command : "--cause \(causes.map(\.id).joined(separator: ", ")), or \(command)"
    }
}

extension String {
    /// The text as one word that may be journalled, `Supplier strike` as `supplier-strike`; nothing where no letter is left.
    fileprivate var hyphenated: String? {
        let parts = lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var word = String(parts.joined(separator: "-").prefix(40))
        if word.hasSuffix("-") { word.removeLast() }
        return word.isEmpty ? nil : word
    }
}

extension Diagnostic {
    /// Why the store refused.
    init(_ error: StoreError) {
        switch error {
        case .alreadyImported(let id):
            self.init("already-imported", "same contents as \(id)", help: "flywheel imports show \(id)", exit: .refused)
        case .unknown(let what):
            self.init(
                "unknown", "there is no \(what)", help: "flywheel imports and flywheel queue list what there is",
                exit: .unknown)
        case .refused(let why):
            self.init("refused", why, help: "flywheel imports shows what waits for a person", exit: .refused)
        case .changedMeanwhile:
            self.init("changed-meanwhile", error.description, help: "look again: flywheel queue", exit: .refused)
        case .casesChangedMeanwhile:
            self.init("changed-meanwhile", error.description, help: "look again: flywheel cases", exit: .refused)
        case .recordsChangedMeanwhile:
            self.init("changed-meanwhile", error.description, help: "look again: flywheel decisions", exit: .refused)
        case .standsAlready(let id):
            self.init(
                "stands-already", "the same problem is \(id) already; nothing was added",
                help: "flywheel note \(id) TEXT, or look: flywheel show \(id)", exit: .refused)
        case .newerSchema(let why):
            self.init("newer-store", why, help: "update flywheel, or name another store with --store", exit: .failed)
        case .olderSchema(let why):
            self.init(
                "older-store", why, notes: ["nothing was changed"], help: "see to that, then: flywheel migrate",
                exit: .failed)
        case .backup(let path):
            self.init(
                "is-backup", error.description, notes: ["nothing was changed"],
                help: "flywheel restore \(path.shellWord) --store again.flywheel", exit: .refused)
        case .noRoom(let why):
            self.init(
                "no-room", why, notes: ["reading goes on"], help: "make room on that disk, then do it again",
                exit: .failed)
        case .failed(let why):
            self.init("store", why, help: "flywheel doctor looks for the cause", exit: .failed)
        }
    }

    /// Why a rotation was refused.
    init(_ error: RotationError, clock: WallClock) {
        switch error {
        case .earlier(let id, let asOf) where asOf > clock.now:
            self.init(
                "earlier-rotation",
                "\(id) looked from \(asOf), which is still to come: the clock it went by was wrong, or the system's is now",
                notes: ["nothing was changed"],
                help: "where the system's clock is right: flywheel rotate --back-to-now", exit: .refused)
        case .earlier(let id, let asOf):
            self.init(
                "earlier-rotation", "\(id) already looked from \(asOf); an earlier look would undo what it saw",
                help: "rotate from then or later: flywheel rotate --as-of \(asOf)", exit: .refused)
        case .knewMore(let id):
            self.init(
                "earlier-rotation",
                "\(id) already looked at files that came in later; a look without them would undo what it saw",
                help: "leave out --known-at: flywheel rotate", exit: .refused)
        case .overtaken(let id):
            self.init(
                "overtaken", "\(id) was published while this rotation looked; nothing came of this one",
                help: "look at its queue, or rotate again: flywheel rotate", exit: .refused)
        case .noCurrency:
            self.init(
                "no-currency", "no currency is known to total in",
                help: "write one into flywheel.yaml: currency: USD", exit: .failed)
        }
    }
}
