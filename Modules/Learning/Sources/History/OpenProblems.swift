import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Reads the problems that have not ended for good: those that wait for work, and those whose close the data have not judged.
struct OpenProblems {
    let store: any Store
    let plan: Plan
    let until: Instant
    let currency: Currency

    /// Rows that are looked at together.
    private static let batch = 4_096

    /// The problems that these exceptions are, by id, as they were known at the moment. Their texts are added to `names` and
    /// `families`.
    ///
    /// - Parameter tiers: those of the current queue.
    func problems(
        _ exceptions: [ExceptionRecord], tiers: [ExceptionID: Tier?], families: inout FamilyPlaces,
        naming names: inout Names
    ) throws -> [Problem] {
        let seen = exceptions.filter { !$0.isGroup && $0.detected <= until }
        let starts = Array(stride(from: 0, to: seen.count, by: Self.batch))
        let trails = try parallelMap(starts.count) { number in
            try readTrails(of: seen[starts[number]..<min(starts[number] + Self.batch, seen.count)])
        }.flatMap(\.self)
        let states = try store.stageStates()
        var problems: [Problem] = []
        for (exception, trail) in zip(seen, trails) {
            guard let family = families.place(of: FingerprintFamily(exception.fingerprint)) else { continue }
            var problem = Problem(
                exception, in: family, trail, until: until, names: &names,
                atRiskAtOpen: trail.atRiskAtOpen?.amount(in: currency))
            problem.tier = tiers[exception.id] ?? nil
            if problem.touches > 0 { problem.steps = steps(of: exception, states) }
            problems.append(problem)
        }
        return problems
    }

    private func readTrails(of exceptions: ArraySlice<ExceptionRecord>) throws -> [OpenTrail] {
        let histories = try store.histories(of: exceptions.map(\.id))
        return exceptions.map { exception in
            OpenTrail(
                work: WorkTrail(histories[exception.id, default: []].filter { $0.at <= until }),
                atRiskAtOpen: (try? RiskTerms(bytes: exception.termsAtOpen)).flatMap { terms in
                    terms.atRisk.map { Money(minorUnits: $0, terms.currency) }
                })
        }
    }

    /// The tiers of the rows of the current queue.
    func queuedTiers() throws -> [ExceptionID: Tier?] {
        var tiers: [ExceptionID: Tier?] = [:]
        for lane in QueueRow.Lane.allCases {
            var position = 0
            while true {
                let page = try store.queue(lane, after: position, limit: Self.batch)
                for entry in page { tiers[entry.exception.id] = entry.row.tier }
                guard let last = page.last else { break }
                position = last.row.position
            }
        }
        return tiers
    }

    private func steps(of exception: ExceptionRecord, _ states: [StageState]) -> Int {
        // What a workflow cannot read of its own evidence has no steps.
        (try? plan.resolution(of: exception, states: states))?.playbook?.steps.count ?? 0
    }
}

/// What the journal and the terms say of an exception that has not ended.
struct OpenTrail: Sendable {
    let work: WorkTrail
    let atRiskAtOpen: Money?
}

extension Problem {
    /// The problem that an exception is, as it was known at a moment.
    fileprivate init(
        _ exception: ExceptionRecord, in family: FamilyPlace, _ trail: OpenTrail, until: Instant, names: inout Names,
        atRiskAtOpen: Int64?
    ) {
        let (fingerprint, work) = (exception.fingerprint, trail.work)
        self.init(
            id: exception.id.number, workflow: family.workflow, kind: family.kind,
            subject: names.subjects.place(of: SubjectName(owner: family.owner, code: fingerprint.subject.code)),
            identity: family.identity(code: fingerprint.subject.code, discriminator: fingerprint.discriminator),
            source: exception.source == .person ? .person : .stage, detected: exception.detected)
        func known(_ moment: Instant?) -> Instant? { moment.flatMap { $0 <= until ? $0 : nil } }
        account = family.account
        onset = exception.onset
        predicted = known(exception.predicted)
        cameTrue = known(exception.cameTrue)
        due = exception.due
        claimed = work.firstClaimed
        worker = names.people.place(ofAny: work.worker)
        isRouted =
            work.claim?.isRouted
            ?? (work.firstClaimed == nil && exception.owner != nil && exception.assignedBy == nil)
        rankAtClaim = (work.claim?.rank).map(Rank.init)
        regressionOf = exception.previous?.number
        notFixed = work.notFixed
        refuted = work.refuted
        self.atRiskAtOpen = atRiskAtOpen
        touches = work.touches
        touchMinutes = work.touchSeconds.map { Double($0) / 60 }
        hasOpenedPlaybook = work.hasOpenedPlaybook
        stepsDone = exception.stepsDone.count
        stepsAutomatic = work.stepsAutomatic
        guard exception.state == .verifying, let closed = known(exception.closed) else { return }
        ended = closed
        closer = names.people.place(ofAny: exception.closedBy)
        verdict = .actionable
        cause = names.causes.place(ofAny: exception.rootCause)
    }
}
