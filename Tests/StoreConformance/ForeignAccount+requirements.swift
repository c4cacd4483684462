import FlywheelKit
import FlywheelStore
import Testing

extension ForeignAccount {
    /// Tries a requirement on everything that belongs to `west`.
    func expectNothing(of requirement: StoreRequirement) throws {
        switch requirement {
        case .beginImport, .stageRows, .stageRejects, .finishImport, .abandonImport, .decideImport, .imports, .rejects,
            .subjects, .chunks, .rows, .facts:
            try expectNoFacts(requirement)
        case .beginRotation, .reserveExceptions, .stageExceptions, .stageQueue, .publish, .currentRotation, .rotations,
            .stageStates, .tiers, .reserveChanges:
            try expectNoRotation(requirement)
        case .queue, .readQueue, .place, .places, .exceptionsOnSubject, .snoozed, .openCounts, .listings,
            .countListings, .outcomes, .listedOutcomes, .recentOutcomes,
            .outcomeIDs, .readOutcomes, .families, .usedCauses:
            try expectNoQueue(requirement)
        case .unfinishedExceptions, .unfinishedIDs, .readUnfinished, .handledExceptions, .detections, .listedExceptions,
            .countExceptions, .lastFinal, .dismissedExceptions,
            .members, .exception, .exceptionIDs, .change, .add, .record, .notes,
            .lastStep, .undo, .listingChange, .changesWaiting, .changesOfExceptions, .settle:
            try expectNoWork(requirement)
        case .reserveCases, .identityKey, .perform, .take, .lastCaseStep, .undoCases, .casesByID, .casesByKey,
            .casesAsked, .countCases, .messagesOfCases, .messagesByID, .messagesBySource, .messagesByState,
            .partiesByID, .partiesIdentified, .decisions, .outreach, .texts, .search, .accesses, .erase,
            .overwriteErased, .views, .keepView, .removeView, .keepModel, .model:
            try expectNoCases(requirement)
        case .reserveRecords, .recordByNumber, .recordByKey, .recordsOfKind, .keepRecords, .isSimulated,
            .markSimulated, .journalFaults, .journalLength, .events, .eventsAfter, .journalEnd, .history, .histories:
            try expectNoJournal(requirement)
        case .subscribe, .subscriptions, .subscription, .changeSubscription, .takeDeliveries, .wait, .waitingDeliveries,
            .countDeliveries, .deliveries, .delivery, .settleDelivery, .forgetDeliveries:
            try expectNoOutbox(requirement)
        case .beginRequest, .finishRequest, .forgetRequest, .sweepRequests:
            try expectOwnRequests(requirement)
        case .people, .personByID, .personNamed, .personIdentified, .keepPerson, .beginSignIn, .signIn, .signIns,
            .touchSignIn,
            .endSignIns, .keepToken, .token, .tokens, .touchToken, .revoke, .keepInvitation, .invitation,
            .useInvitation, .log, .doorEvents, .hasDoorEvent, .sweepPeople:
            try expectNoPeople(requirement)
        }
    }

    private func expectNoFacts(_ requirement: StoreRequirement) throws {
        var draft = draft("new")
        draft.account = "west"
        switch requirement {
        case .beginImport: expectUnknown { _ = try reader.beginImport(draft, by: person) }
        case .stageRows: expectUnknown { try reader.stage(factRows(["W"]), for: staging) }
        case .stageRejects: expectUnknown { try reader.stage([Reject](), for: staging) }
        case .finishImport: expectUnknown { try reader.finishImport(staging, as: .kept, ImportSummary()) }
        case .abandonImport: expectUnknown { try reader.abandonImport(staging) }
        case .decideImport: expectUnknown { try reader.decideImport(suspect, accept: true, by: person, at: noon) }
        case .imports: #expect(try reader.imports().isEmpty)
        case .rejects: expectUnknown { _ = try reader.rejects(of: `import`, offset: 0, limit: 9) }
        case .subjects:
            expectUnknown { _ = try reader.subjects(of: `import`) }
            expectUnknown { _ = try reader.subjects(of: staging) }
        case .chunks: for kind in Subject.Kind.allCases { #expect(try reader.chunks(of: kind).isEmpty) }
        case .rows:
            expectUnknown { _ = try reader.rows(of: chunk) }
            var disguised = chunk
            disguised.account = "north"
            expectUnknown { _ = try reader.rows(of: disguised) }
        default:
            expectUnknown {
                _ = try reader.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["price"], from: [`import`])
            }
        }
    }

    private func expectNoRotation(_ requirement: StoreRequirement) throws {
        let currency = try #require(Currency("USD"))
        let rotation = try #require(try store.currentRotation())
        switch requirement {
        case .beginRotation: expectRefused { _ = try reader.beginRotation(asOf: noon, currency: currency) }
        case .reserveExceptions: expectRefused { _ = try reader.reserveExceptions(1) }
        case .stageExceptions: expectRefused { try reader.stage([ExceptionRecord](), for: rotation.id) }
        case .stageQueue: expectRefused { try reader.stage([QueueRow](), for: rotation.id) }
        case .publish: expectRefused { try reader.publish(Turn(rotation)) }
        case .currentRotation:
            #expect(try reader.currentRotation()?.id == rotation.id)
            #expect(try reader.currentRotation()?.summary.isEmpty == true)
            #expect(try reader.currentRotation()?.accounts == ["north": "{\"open\":0}"])
            #expect(try store.currentRotation()?.accounts.count == 2)
            #expect(try ScopedStore(store, accounts: ["east"]).currentRotation() == nil)
        case .rotations:
            #expect(try reader.rotations().allSatisfy { $0.summary.isEmpty && Array($0.accounts.keys) == ["north"] })
        case .stageStates: #expect(try reader.stageStates() == [StageState(workflow: "suppressions")])
        case .tiers: #expect(try reader.tiers().isEmpty)
        default: expectRefused { _ = try reader.reserveChanges(1) }
        }
    }

    private func expectNoQueue(_ requirement: StoreRequirement) throws {
        let west: Set = ["west"]
        switch requirement {
        case .queue:
            for accounts in [nil, west] {
                #expect(try reader.queue(.active, of: accounts, after: 0, limit: 9).isEmpty)
            }
        case .readQueue:
            for accounts in [nil, west] {
                let goesOn = try reader.readQueue(.active, of: accounts, 1...1, where: { _ in true }) {
                    Issue.record("\($0.row.exception) was read")
                }
                #expect(!goesOn)
            }
        case .place:
            #expect(try reader.place(of: group) == nil)
            #expect(try reader.place(of: group, among: west) == nil)
        case .places: #expect(try reader.places(on: ScopeScript.fingerprint("west", "K1").subject).isEmpty)
        case .exceptionsOnSubject:
            #expect(try reader.exceptions(on: ScopeScript.fingerprint("west", "K1").subject).isEmpty)
        case .snoozed: #expect(try reader.snoozed().isEmpty)
        case .openCounts:
            #expect(try reader.openCounts().isEmpty)
            #expect(try reader.openCounts(of: west).isEmpty)
        case .outcomes: #expect(try reader.outcomes().isEmpty)
        case .listings:
            for accounts in [nil, west] { #expect(try reader.listings(of: accounts, after: nil, limit: 9).isEmpty) }
        case .countListings: for accounts in [nil, west] { #expect(try reader.countListings(of: accounts) == 0...0) }
        case .listedOutcomes:
            for accounts in [nil, west] {
                #expect(try reader.outcomes(of: accounts, after: ExceptionID(0), limit: 9).isEmpty)
            }
        case .recentOutcomes: #expect(try reader.outcomes(endedSince: Instant(seconds: 0)).isEmpty)
        case .outcomeIDs: #expect(try reader.outcomeIDs() == nil)
        case .readOutcomes: try reader.readOutcomes(group...ended) { Issue.record("\($0.exception) was read") }
        case .families: #expect(try reader.families().isEmpty)
        default:
            #expect(try reader.usedCauses().isEmpty)
            #expect(try reader.usedCauses(of: west).isEmpty)
        }
    }

    private func expectNoWork(_ requirement: StoreRequirement) throws {
        let record = try #require(try store.exception(member))
        let event = JournalEvent(.playbookOpened, member.description)
        switch requirement {
        case .unfinishedExceptions: #expect(try reader.unfinishedExceptions().isEmpty)
        case .unfinishedIDs: #expect(try reader.unfinishedIDs() == nil)
        case .readUnfinished:
            try reader.readUnfinished(ExceptionID(1)...ExceptionID(.max)) { line in
                Issue.record("\(line.id) is another account's")
            }
        case .handledExceptions: #expect(try reader.handledExceptions().isEmpty)
        case .detections:
            let (workflow, start) = (record.fingerprint.workflow, Instant(seconds: 0))
            #expect(try reader.detections(of: workflow, since: start).isEmpty)
            #expect(try reader.detections(of: workflow, accounts: ["west"], since: start).isEmpty)
        case .listedExceptions:
            for list in ExceptionList.allCases {
                #expect(try reader.exceptions(listed: list, of: nil, after: ExceptionID(0), limit: 9).isEmpty)
                #expect(try reader.exceptions(listed: list, of: ["west"], after: ExceptionID(0), limit: 9).isEmpty)
            }
        case .countExceptions:
            for list in ExceptionList.allCases {
                #expect(try reader.countExceptions(listed: list, of: nil, limit: 9) == 0)
            }
        case .lastFinal: #expect(try reader.lastFinal(of: [ScopeScript.fingerprint("west", "K3")]).isEmpty)
        case .dismissedExceptions: #expect(try reader.dismissedExceptions().isEmpty)
        case .members: #expect(try reader.members(of: group).isEmpty)
        case .exception: for id in [group, member, ended] { #expect(try reader.exception(id) == nil) }
        case .exceptionIDs: #expect(try reader.exceptionIDs(in: group...ended, of: ["west", "north"]).isEmpty)
        case .change:
            expectUnknown { try reader.change(record, expecting: record.version, event: event, by: person, at: noon) }
            let disguised = ExceptionRecord(
                id: member, fingerprint: ScopeScript.fingerprint("north", "K2"), state: .active, onset: nil,
                detected: noon, opened: record.opened, evidence: "", exposure: .none, model: "")
            expectUnknown {
                try reader.change(disguised, expecting: record.version, event: nil, note: "x", by: person, at: noon)
            }
        case .add: expectUnknown { _ = try reader.add(record, note: nil, by: person, at: noon) }
        case .record: expectUnknown { try reader.record(event, by: person, at: noon) }
        case .notes: #expect(try reader.notes(on: member).isEmpty)
        case .lastStep: for id in [nil, member] { #expect(try reader.lastStep(by: person.name, of: id) == nil) }
        case .undo: expectUnknown { _ = try reader.undo(step, by: person, at: noon) }
        case .listingChange: #expect(try reader.listingChange(change.id) == nil)
        case .changesWaiting:
            for waiting in [true, false] { #expect(try reader.listingChanges(waiting: waiting).isEmpty) }
        case .changesOfExceptions: #expect(try reader.listingChanges(of: [group]).isEmpty)
        default: expectUnknown { try reader.settle([SettledChange(change, .approved)], by: person, at: noon) }
        }
    }

    private func expectNoJournal(_ requirement: StoreRequirement) throws {
        switch requirement {
        case .reserveRecords: expectRefused { _ = try reader.reserve(1, of: LoopRecord.Kind.decision) }
        case .recordByNumber: #expect(try reader.loopRecord(.decision, 1) == nil)
        case .recordByKey: #expect(try reader.loopRecord(.decision, keyed: "west") == nil)
        case .recordsOfKind: for kind in LoopRecord.Kind.allCases { #expect(try reader.loopRecords(kind).isEmpty) }
        case .keepRecords: expectRefused { try reader.keep([LoopRecord](), by: person, at: noon) }
        case .isSimulated: #expect(try !reader.isSimulated())
        case .markSimulated: expectRefused { try reader.markSimulated(seed: 1, by: person, at: noon) }
        case .journalFaults: expectRefused { _ = try reader.journalFaults() }
        case .journalLength: #expect(try reader.journalLength() == 0)
        case .events: #expect(try reader.events().isEmpty)
        case .eventsAfter: #expect(try reader.events(after: 0, limit: 1).isEmpty)
        case .journalEnd: #expect(try reader.journalEnd() == store.journalEnd())
        case .history:
            let subjects =
                try store.events().flatMap(\.event.subjects)
                + [message.description, decision.description, contact.description]
            for subject in Set(subjects) { #expect(try reader.history(of: subject).isEmpty) }
        default: #expect(try reader.histories(of: [group, member, ended]).isEmpty)
        }
    }
}
