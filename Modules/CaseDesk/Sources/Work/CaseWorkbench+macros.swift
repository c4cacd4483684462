public import Cases
import FlywheelKit
public import FlywheelStore

/// Answers and steps that come again and again.
extension CaseWorkbench {
    /// Does all that a macro says, or nothing: its answer becomes a draft, and where a blank of it cannot be filled, or a
    /// step of it is refused, the case stays as it was. The state of one that answers comes once its answer is written: before,
    /// nobody was asked or told anything, and the draft may be discarded.
    ///
    /// Blanks are `{agent}`, `{name}`, `{order}`, `{listing}`, `{product}` and `{case}`. What an answer takes from the case
    /// must be known of it, and shown to who acts: a link that nobody confirmed fills no blank, and neither does a name that is
    /// masked.
    @discardableResult
    public func apply(_ name: String, to id: CaseID) throws(CaseWorkError) -> CaseRecord {
        let macro = try macro(name)
        let numbers = try stored { () throws(StoreError) in try store.reserve(2, of: MessageRecord.self) }
        return try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            try requireMine(draft)
            if let answer = try reply(of: macro, for: draft) {
                try reply(try Self.kept(answer), as: numbers, in: &draft)
            }
            if let note = macro.note { self.note(try Self.kept(note), as: MessageID(numbers.number + 1), in: &draft) }
            if let group = macro.group { draft.say(.group(group), .assigned, detail: "group \(group)") }
            if !macro.tags.isEmpty {
                draft.contents.tag(macro.tags, at: now, by: .person(actor.name))
                draft.tell(.labelled, detail: macro.tags.joined(separator: " "))
            }
            if let checklist = macro.checklist { try start(checklist, in: &draft) }
            if let state = macro.state {
                if macro.replies.isEmpty {
                    // Last, since what is over takes nothing more.
                    _ = try move(&draft, to: state)
                } else {
                    draft.contents.plan(state, once: numbers.number)
                }
            }
            return true
        }
    }

    /// What a macro would do to a case, and the answer that it would draft; refused as ``apply(_:to:)`` would be, and nothing
    /// is changed.
    public func preview(_ name: String, of id: CaseID) throws(CaseWorkError) -> (macro: Macro, answer: String?) {
        let macro = try macro(name)
        let record = try record(id)
        let contents = try contents(of: record).woken(at: now)
        let draft = CaseDraft(record: record, contents: contents, by: actor, at: now)
        try requireOpen(draft)
        try requireMine(draft)
        return (macro, try reply(of: macro, for: draft))
    }

    private func macro(_ name: String) throws(CaseWorkError) -> Macro {
        guard let macro = rules.settings.macros.first(where: { $0.id == name }) else {
            throw .unknownMacro(name, rules.settings.macros.map(\.id))
        }
        return macro
    }

    /// Has a case worked through a checklist.
    @discardableResult
    public func start(checklist: String, on id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            guard !rules.checklists(of: draft.contents).contains(where: { $0.id == checklist }) else { return false }
            try start(checklist, in: &draft)
            return true
        }
    }

    /// Marks a step of one of the case's checklists done, from 1; marking it again changes nothing.
    @discardableResult
    public func mark(_ step: Int, of checklist: String, on id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            let lists = rules.checklists(of: draft.contents)
            guard let list = lists.first(where: { $0.id == checklist }) else {
                throw .unknownChecklist(checklist, lists.map(\.id))
            }
            guard (1...max(1, list.steps.count)).contains(step) else {
                throw .noStep(id, checklist: checklist, step, of: list.steps.count)
            }
            guard !draft.contents.stepsDone(of: checklist).contains(step) else { return false }
            draft.say(.stepDone(checklist: checklist, step), .stepDone, detail: "\(checklist) \(step)")
            return true
        }
    }

    private func start(_ name: String, in draft: inout CaseDraft) throws(CaseWorkError) {
        let known = rules.settings.checklists.map(\.id)
        guard known.contains(name) else { throw .unknownChecklist(name, known) }
        draft.contents.add(CaseEvent(at: now, .checklist(name), by: .person(actor.name)))
    }

    /// The answer in the language of who asks, its blanks filled; nothing where the macro has none.
    private func reply(of macro: Macro, for draft: CaseDraft) throws(CaseWorkError) -> String? {
        guard !macro.replies.isEmpty else { return nil }
        guard let text = draft.contents.language.flatMap({ macro.replies[$0] }) ?? macro.replies[""] else {
            throw .macroGap(
                draft.record.id, macro: macro.id, what: "answer in \(draft.contents.language ?? "an unknown language")")
        }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let blank = String(rest[rest.index(after: open)..<close])
            guard let value = try value(of: blank, for: draft) else {
                throw .macroGap(draft.record.id, macro: macro.id, what: blank)
            }
            filled += value
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func value(of blank: String, for draft: CaseDraft) throws(CaseWorkError) -> String? {
        func link(_ kind: CaseLink.Kind) -> String? {
            draft.contents.links.first { $0.kind == kind && $0.isConfirmed }?.code
        }
        switch blank {
        case "agent": return actor.name
        case "case": return draft.record.key.code
        case "order": return link(.order)
        case "listing": return link(.listing)
        case "product": return link(.product)
        case "name":
            return try stored { () throws(StoreError) in
                try texts.seenRequester(of: draft.record, fields: [.name], for: "macro").first?.text
            }
        default: return nil
        }
    }
}

extension DeskRules {
    /// The checklists that a case is worked through: those that people and macros gave it, and those that are meant for it.
    public func checklists(of contents: Case) -> [Checklist] {
        let given = contents.checklists
        return settings.checklists.filter { list in
            given.contains(list.id) || list.conditions?.hold(for: contents) ?? false
        }
    }
}
