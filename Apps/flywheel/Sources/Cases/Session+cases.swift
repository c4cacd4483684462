import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

extension Session {
    /// The views that are there for who acts: everybody's, and their own.
    private func view(_ name: String) throws -> SavedView {
        let views = try host.store.views(of: .cases).filter { $0.owner.isEmpty || $0.owner == actor.name }
        guard let view = views.last(where: { $0.name == name }) else {
            let known = views.map(\.name).joined(separator: ", ")
            throw Diagnostic(
                "unknown-view", "there is no view \"\(name)\"" + (known.isEmpty ? "" : ", but \(known)"),
                help: "flywheel cases --mine --save mine", exit: .unknown)
        }
        return view
    }

    /// What a saved view of the inbox asks for.
    func inboxView(_ name: String) throws -> InboxFilter {
        guard let filter = InboxFilter(text: try view(name).query) else {
            throw Diagnostic(
                "unknown-view", "the view \"\(name)\" is kept in a form that cannot be read",
                help: "save it again: flywheel cases --save \(name)", exit: .failed)
        }
        return filter
    }

    /// A page of the inbox.
    func cases(
        _ options: InboxOptions, view name: String?, words: String?, cursor: CaseCursor?, limit: Int, command: String
    ) throws -> CasesAnswer {
        let base = try name.map { try inboxView($0) } ?? InboxFilter()
        let among = try words.map { try casesSaying($0) }
        let filter = options.filter(over: base)
        if let cursor, cursor.keys.count != filter.order.keyCount {
            throw Diagnostic(
                "usage", "the cursor is of another order than \(filter.order.rawValue)",
                help: "leave it out to begin at the first", exit: .usage)
        }
        let inbox = try Inbox(
            filter, in: host.store, rules: rules, actor: actor, now: now, after: cursor,
            among: among, limit: limit)
        return CasesAnswer(
            items: try inbox.rows.map { CasesAnswer.Item(row: $0, worth: try worth(of: $0.contents)) },
            matching: inbox.matching, late: inbox.late, unowned: inbox.unowned, inQueue: try casesOfTables(),
            next: inbox.next, previous: inbox.previous, command: command, view: name, asOf: now)
    }

    /// How many cases of tables stand in the queue, where the desk holds no case: one that does hands its own to the queue.
    private func casesOfTables() throws -> Int {
        guard try host.store.countCases(CaseQuery(), limit: 1) == 0 else { return 0 }
        var count = 0
        for lane in QueueRow.Lane.allCases {
            try QueueWalk(store: host.store).forEachStretch(of: lane, where: { _ in true }, 0) { part, line in
                let (family, kind) = (line.family, FindingKind.openCase.id)
                if family.workflow == CasesStage.manifest.id, family.kind == kind, !line.isGroup { part += 1 }
            } use: { part in
                count += part
                return true
            }
        }
        return count
    }

    /// The cases in which somebody wrote these words, where who acts may read them: what is found is as good as shown.
    private func casesSaying(_ words: String) throws -> Set<CaseID> {
        let seen = rules.settings.masking(of: actor.name).visible.intersection([.subject, .message])
        guard !seen.isEmpty else {
            throw Diagnostic(
                "not-allowed",
                rules.settings.hidesPersonalText
                    ? "searching in what people wrote needs the right to answer cases"
                    : "what people wrote is hidden from you, and so is what a search in it finds",
                help: "ask an administrator for it", exit: .notAllowed)
        }
        return Set(try host.store.search(words, in: seen, limit: Inbox.most).compactMap(\.case))
    }

    /// Writes down what time brought about at the desk, and hands its cases to the wheel.
    func tendCases() throws {
        try CardSweep(host.store, now: now).run()
        _ = try CaseWorkbench(host.store, rules: rules, actor: .flywheel, now: now).noteLapses()
        try DeskUpkeep(host.store, rules: rules, now: now).refresh()
        try DeskWatch.look(in: host.store, by: .flywheel, now: now)
        try TriageDesk(host.store, rules: rules, now: now).decide()
        try DeskFacts(host.store, rules: rules, now: now).publish()
    }

    /// All of a case.
    func caseFile(_ id: CaseID, isWhole: Bool) throws -> CaseAnswer {
        guard let file = try CaseFile(id, in: host.store, rules: rules, actor: actor, now: now) else {
            throw Diagnostic(CaseWorkError.unknown(id), clock: clock)
        }
        let kept = try keptTriage(for: file.contents.language)
        let suggestion = CaseSuggestion(
            for: file, by: kept.triage, breaches: kept.breaches, automation: rules.settings.automation,
            canSeeText: rules.settings.masking(of: actor.name).visible.contains(.message))
        return CaseAnswer(
            file: file, worth: try worth(of: file.contents), suggestion: suggestion,
            routing: try routingWords(of: file.contents), articles: articles(for: file.contents, suggestion),
            isWhole: isWhole, asOf: now)
    }

    /// Changes one case after the other; one that is refused does not keep the others from it.
    func work(
        _ verb: CaseVerb, on ids: IDs<CaseRecord>,
        _ change: (CaseWorkbench, CaseID) throws(CaseWorkError) -> CaseRecord
    ) throws -> CasesWorkAnswer {
        var answer = CasesWorkAnswer(verb: verb, actor: actor.name, at: now)
        for id in try ids.read(inputLines) {
            do { answer.done.append(try change(cases, id)) } catch {
                answer.refused.append(Refused(id: id.description, why: Diagnostic(error, clock: clock)))
            }
        }
        return answer
    }
}
