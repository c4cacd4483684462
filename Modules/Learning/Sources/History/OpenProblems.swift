import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Reads the problems that have not ended for good: those that wait for work, and those whose close the data have not judged.
struct OpenProblems {
    let store: any Store
    let plan: Plan
    let families: FamilyPlaces
    let until: Instant
    let currency: Currency

    /// Rows whose histories are read together.
    private static let batch = 4_096

    /// All of them as they were known at the moment, with the tiers of the current queue, many ranges of ids at a time.
    func all() throws -> [ProblemPart] {
        guard let ids = try store.unfinishedIDs() else { return [] }
        let (tiers, states) = (try queuedTiers(), try store.stageStates())
        return try ProblemPart.read(ids) { range in
            var lines: [ExceptionLine] = []
            try store.readUnfinished(range) { lines.append($0) }
            return try part(lines, tiers, states)
        }
    }

    /// Those that a person changed, without their tiers.
    func handled() throws -> ProblemPart {
        let numbers = Dictionary(try store.families().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = try store.handledExceptions().compactMap { exception in
            numbers[FingerprintFamily(exception.fingerprint)].map { ExceptionLine(exception, family: $0) }
        }
        return try part(lines, [:], store.stageStates())
    }

    private func part(
        _ lines: [ExceptionLine], _ tiers: [ExceptionID: Tier], _ states: [StageState]
    ) throws -> ProblemPart {
        var part = ProblemPart()
        let seen = lines.filter { $0.source != .group && $0.detected <= until }
        for start in stride(from: 0, to: seen.count, by: Self.batch) {
            let batch = seen[start..<min(start + Self.batch, seen.count)]
            let histories = try store.histories(of: batch.map(\.id))
            for line in batch {
                guard let family = families[line.family] else { continue }
                let work = WorkTrail(histories[line.id, default: []].filter { $0.at <= until })
                var problem = Problem(line, in: family, work, until: until, names: &part.names)
                problem.atRiskAtOpen = RiskTerms.Amounts.atRisk(ofTerms: line.termsAtOpen)?.amount(in: currency)
                // A close since the queue was ranked left it.
                problem.tier = line.state.isOpen ? tiers[line.id] : nil
                if problem.touches > 0 { problem.steps = try steps(of: line.id, states) }
                part.problems.append(problem)
            }
        }
        return part
    }

    /// The tiers of the rows of the current queue that have one; of the rows no more is read than what is kept together.
    private func queuedTiers() throws -> [ExceptionID: Tier] {
        var tiers: [ExceptionID: Tier] = [:]
        for lane in QueueRow.Lane.allCases {
            _ = try store.readQueue(lane, of: nil, 1...Int.max) { row in
                tiers[row.exception] = row.tier
                return false
            } _: { _ in
            }
        }
        return tiers
    }

    private func steps(of id: ExceptionID, _ states: [StageState]) throws -> Int {
        guard let exception = try store.exception(id) else { return 0 }
        // What a workflow cannot read of its own evidence has no steps.
        return (try? plan.resolution(of: exception, states: states))?.playbook?.steps.count ?? 0
    }
}

extension Problem {
    /// The problem that an exception is, as it was known at a moment.
    fileprivate init(
        _ line: ExceptionLine, in family: FamilyPlace, _ work: WorkTrail, until: Instant, names: inout Names
    ) {
        self.init(
            id: line.id.number, workflow: family.workflow, kind: family.kind,
            subject: names.subjects.place(of: SubjectName(owner: family.owner, code: line.code)),
            identity: family.identity(code: line.code, discriminator: line.discriminator),
            source: line.source == .person ? .person : .stage, detected: line.detected)
        func known(_ moment: Instant?) -> Instant? { moment.flatMap { $0 <= until ? $0 : nil } }
        account = family.account
        onset = line.onset
        predicted = known(line.predicted)
        cameTrue = known(line.cameTrue)
        due = line.due
        claimed = work.firstClaimed
        worker = names.people.place(ofAny: work.worker)
        isRouted =
            work.claim?.isRouted ?? (work.firstClaimed == nil && line.owner != nil && line.assignedBy == nil)
        rankAtClaim = (work.claim?.rank).map(Rank.init)
        regressionOf = line.previous?.number
        notFixed = work.notFixed
        refuted = work.refuted
        orderArrives = line.orderArrives
        touches = work.touches
        touchMinutes = work.touchSeconds.map { Double($0) / 60 }
        hasOpenedPlaybook = work.hasOpenedPlaybook
        stepsDone = line.stepsDone
        stepsAutomatic = work.stepsAutomatic
        guard line.state == .verifying, let closed = known(line.closed) else { return }
        ended = closed
        closer = names.people.place(ofAny: line.closedBy)
        // As the outcome will say it: a dismissal is no cause.
        if let reason = line.rootCause, reason.hasPrefix(ExceptionRecord.dismissalPrefix) {
            verdict = Verdict(rawValue: String(reason.dropFirst(ExceptionRecord.dismissalPrefix.count))) ?? .noise
        } else {
            verdict = .actionable
            cause = names.causes.place(ofAny: line.rootCause)
        }
    }
}
