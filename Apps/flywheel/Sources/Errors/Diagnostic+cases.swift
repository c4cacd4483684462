import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import Settings

extension Diagnostic {
    /// Why work on a case was refused.
    init(_ error: CaseWorkError, clock: WallClock) {
        switch error {
        case .unknown(let id):
            self.init("unknown-case", "there is no case \(id)", help: "flywheel cases", exit: .unknown)
        case .tooEarly(let id, let opened):
            self.init(
                "too-early", "\(id) was not opened before \(opened); nothing was changed",
                help: "leave --as-of out to act now", exit: .refused)
        case .isOver(let id, let state):
            self.init(
                "case-over", "\(id) is \(state.words), so it does not wait for work",
                help: "flywheel cases reopen \(id)", exit: .refused)
        case .notOver(let id, let state):
            self.init(
                "case-open", "\(id) is \(state.words) and cannot be opened again", help: "flywheel case \(id)",
                exit: .refused)
        case .ownedBy(let id, let name, let at):
            self.init(
                "case-owned", "\(id) is with \(name) since \(clock.short(at)); nothing was changed",
                help: "ask \(name), or: flywheel cases assign \(id) --to NAME", exit: .refused)
        case .notOwned(let id, let owner):
            self.init(
                "case-not-yours", "\(id) is \(owner.map { "with \($0)" } ?? "with nobody"), and not with you",
                help: "flywheel case \(id)", exit: .refused)
        case .notAble(let id, let name, let obstacles):
            self.init(
                "not-able", "\(name) cannot take \(id): \(obstacles.map(\.description).joined(separator: ", "))",
                help: "flywheel cases assign \(id) --to NAME", exit: .refused)
        case .nobody(let name, let names):
            let nearest = Nearest.word(to: name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
            self.init(
                "nobody", "nobody at the desk is called \"\(name)\"\(nearest)",
                help: "the people are named in flywheel.yaml, cases: people", exit: .refused)
        case .topOfLadder(let id, let level):
            self.init(
                "top-of-ladder", "nobody who could work \(id) stands above \(level) on the ladder",
                help: "flywheel case \(id)", exit: .refused)
        case .merged(let id, let target):
            self.init(
                "merged", "\(id) went into \(target): work goes on there", help: "flywheel case \(target)",
                exit: .refused)
        case .notMerged(let id):
            self.init("not-merged", "\(id) went into no other case", help: "flywheel case \(id)", exit: .refused)
        case .mergeRefused(let id, let target, let why):
            self.init(
                "merge", "\(id) does not go into \(target): \(why)", help: "flywheel case \(target)", exit: .refused)
        case .noWord(let word):
            self.init(
                "case-word", "\"\(word)\" is no word, expected a-z, 0-9 and -, at most 40 of them",
                help: "write more about it with: flywheel cases note", exit: .refused)
        case .holdEnds(let id, let until):
            self.init(
                "hold-ends", "a hold of \(id) until \(until) is none, expected later than now and within a year",
                help: "flywheel cases hold \(id) --until 2026-12-01", exit: .refused)
        case .noConflict(let id, let field):
            self.init(
                "no-conflict", "the source of \(id) says nothing else of its \(field.rawValue)",
                help: "flywheel case \(id)", exit: .refused)
        case .textLength(let length):
            self.init(
                "text-length",
                length == 0
                    ? "the text says nothing"
                    : "the text has \(length) characters, expected \(CaseWorkbench.longestText) at most",
                help: "--text, or --file for a text from a file", exit: .refused)
        case .noDraft(let id, let state):
            self.init(
                "no-draft",
                state.map { "\(id) is \($0.rawValue), which does not allow it" } ?? "there is no draft \(id)",
                help: "flywheel cases", exit: state == nil ? .unknown : .refused)
        case .textsHidden:
            self.init(
                "not-allowed", "what people wrote is hidden from you, and so are the answers to it",
                help: "ask somebody who may read them to write the file", exit: .notAllowed)
        case .unknownMacro(let name, let names):
            self.init(named: "macro", name, names)
        case .unknownChecklist(let name, let names):
            self.init(named: "checklist", name, names)
        case .macroGap(let id, let macro, let what):
            self.init(
                "macro-gap", "\(macro) needs what is not known of \(id): \(what); nothing of it was done",
                help: "flywheel case \(id)", exit: .refused)
        case .noStep(let id, let checklist, let step, let count):
            self.init(
                "no-step", "\(checklist) of \(id) has \(count) steps, and no step \(step)",
                help: "flywheel case \(id)", exit: .refused)
        case .nothingToUndo(let id, let name):
            self.init(
                "nothing-to-undo", "\(name) did nothing" + (id.map { " on \($0)" } ?? "") + " that can be taken back",
                help: "flywheel cases", exit: .refused)
        case .changedMeanwhile(let id, let name, let at):
            self.init(
                "changed-meanwhile", "\(name) changed \(id) \(clock.short(at)), after you saw it; nothing was changed",
                help: "flywheel case \(id)", exit: .refused)
        case .builtOn(let id, let name, let verb, let at):
            self.init(
                "built-on", "\(name) acted on \(id) since, \(verb.rawValue) \(clock.short(at)); nothing was undone",
                help: "flywheel case \(id)", exit: .refused)
        case .dispute(let id, let refusal): self.init(refusal, of: id)
        case .review(let id, .ownWork(let name)):
            self.init(
                "own-work", "\(name) worked on \(id) and cannot review it", help: "flywheel case \(id)", exit: .refused)
        case .review(let id, .notEscalated):
            self.init(
                "not-escalated", "\(id) was never escalated", help: "flywheel case \(id)", exit: .refused)
        case .unreadable(let error):
            self.init("case-unreadable", error.description, help: "flywheel doctor", exit: .failed)
        case .store(let error): self.init(error)
        }
    }

    private init(named kind: String, _ name: String, _ names: [String]) {
        let nearest = Nearest.word(to: name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
        let known = names.isEmpty ? "flywheel.yaml names none" : "there are \(names.joined(separator: ", "))"
        self.init(
            "unknown-\(kind)", "there is no \(kind) \"\(name)\"\(nearest)", notes: [known],
            help: "they stand in flywheel.yaml, under cases", exit: .unknown)
    }
}
