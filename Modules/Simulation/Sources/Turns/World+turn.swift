import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import Statistics

extension World {
    /// Hours before a turn that its facts are true at.
    private static let factsAge = 2.0

    /// One turn of the wheel: what shows opens, what is over ends, what was closed is judged, and the queue is ranked anew.
    mutating func turn(on day: Int, hour: Double) throws {
        let now = calendar.instant(day, hour: hour)
        let isComplete = hasCompleteSnapshot(on: day)
        try bringFacts(on: day, at: now.advanced(bySeconds: -Int64(Self.factsAge * 3_600)), isComplete: isComplete)
        let id = try store.beginRotation(asOf: now, currency: organisation.marketplace.currency)
        var writing = TurnWriting(rotation: id, asOf: now)
        open.removeAll { troubles[$0].stage != .open }
        try judge(isComplete: isComplete, &writing)
        try end(&writing)
        try see(&writing)
        try openNew(&writing)
        rank()
        let measures = measures(on: day, isComplete: isComplete)
        let outcomes = try outcomes(of: writing.ended, asOf: now)
        try writing.publish(self, outcomes, measures)
    }

    /// Whether the files of a turn speak for everything.
    private mutating func hasCompleteSnapshot(on day: Int) -> Bool {
        let happens = chance.verification.uniform() < dials.complete
        guard let weeks = dials.weeksToComplete else { return happens }
        guard day - lastComplete >= weeks * 7 else { return false }
        lastComplete = day
        return true
    }

    /// What was closed is verified or refuted by a complete snapshot taken after the close, and unverified after seven days.
    private mutating func judge(isComplete: Bool, _ writing: inout TurnWriting) throws {
        var left: [Int] = []
        for number in closed {
            guard let moment = troubles[number].closed else { continue }
            let taken = writing.asOf.advanced(bySeconds: -Int64(Self.factsAge * 3_600))
            if isComplete, taken > moment {
                if troubles[number].isFixed {
                    try finish(number, as: .verified, .verified, &writing)
                } else {
                    try refute(number, &writing)
                }
            } else if writing.asOf.days(since: moment) >= 7 {
                try finish(number, as: .unverified, .unverified, &writing)
                if !troubles[number].isFixed { stayOn(number, from: writing.asOf) }
            } else {
                left.append(number)
            }
        }
        closed = left
    }

    private mutating func refute(_ number: Int, _ writing: inout TurnWriting) throws {
        troubles[number].stage = .open
        troubles[number].refuted += 1
        troubles[number].closed = nil
        troubles[number].isClaimed = false
        troubles[number].isLeft = chance.verification.uniform() < dials.leftRefuted
        open.append(number)
        try writing.change(troubles[number].exception, .notFixed, in: store) { exception in
            exception.state = .notFixed
            exception.claimedBy = nil
        }
    }

    /// What nobody could verify and was not fixed is the same problem still, seen as a new one.
    private mutating func stayOn(_ number: Int, from moment: Instant) {
        let before = troubles[number]
        troubled.insert(before.listing)
        unknown.append(troubles.count)
        troubles.append(
            Trouble(
                workflow: before.workflow, kind: before.kind, cause: before.cause, listing: before.listing,
                share: before.share, loudness: before.loudness, onset: before.onset, shows: moment, found: nil,
                endsAlone: nil, detected: moment))
    }

    /// What is over in the facts and nobody closed ends.
    private mutating func end(_ writing: inout TurnWriting) throws {
        for number in open {
            let trouble = troubles[number]
            guard trouble.isSeen, let over = [trouble.endsAlone, trouble.gone].compactMap(\.self).min(),
                over <= writing.asOf
            else { continue }
            try finish(number, as: .cleared, .cleared, &writing)
        }
        open.removeAll { troubles[$0].stage != .open }
        // What nobody learned of was nobody's.
        for number in unknown where troubles[number].endsAlone.map({ $0 <= writing.asOf }) ?? false {
            troubles[number].stage = .over
            troubled.remove(troubles[number].listing)
        }
        unknown.removeAll { troubles[$0].stage == .over }
    }

    private mutating func finish(
        _ number: Int, as state: ExceptionRecord.State, _ verb: JournalEvent.Verb, _ writing: inout TurnWriting
    ) throws {
        troubles[number].stage = .over
        troubled.remove(troubles[number].listing)
        lastFinal[name(of: troubles[number])] = troubles[number].exception
        try writing.end(number, troubles[number].exception, as: state, verb, in: store)
    }

    /// What people told of is seen in the facts as well.
    private mutating func see(_ writing: inout TurnWriting) throws {
        for number in open where !troubles[number].isSeen {
            let trouble = troubles[number]
            let evidence = evidence(of: trouble)
            troubles[number].isSeen = true
            troubles[number].isClaimed = false
            let due = due(trouble, from: trouble.detected)
            let isKnown = chance.detection.uniform() < organisation.onsetKnown
            try price(number, at: writing.asOf)
            try writing.change(trouble.exception, .changed, in: store) { exception in
                exception.evidence = EvidenceText(try CanonicalJSON.text(evidence))
                exception.exposure = evidence.exposure
                exception.onset = isKnown ? trouble.onset : nil
                exception.due = due
                exception.termsAtOpen = troubles[number].terms
            }
        }
    }

    /// Opens what shows for the first time.
    private mutating func openNew(_ writing: inout TurnWriting) throws {
        let showing = unknown.filter { troubles[$0].shows.map { $0 <= writing.asOf } ?? false }
        guard !showing.isEmpty else { return }
        unknown.removeAll { troubles[$0].shows.map { $0 <= writing.asOf } ?? false }
        let first = try store.reserveExceptions(showing.count).number
        for (place, number) in showing.enumerated() {
            troubles[number].exception = ExceptionID(first + Int64(place))
            troubles[number].stage = .open
            troubles[number].isSeen = true
            troubles[number].detected = writing.asOf
            try price(number, at: writing.asOf)
            writing.open(try record(of: troubles[number], in: writing.rotation))
            open.append(number)
        }
    }

    /// The exception of a trouble that shows.
    private mutating func record(of trouble: Trouble, in rotation: RotationID) throws -> ExceptionRecord {
        let evidence = evidence(of: trouble)
        let isKnown = chance.detection.uniform() < organisation.onsetKnown
        var exception = ExceptionRecord(
            id: trouble.exception, fingerprint: fingerprint(of: trouble), state: .active,
            onset: isKnown ? trouble.onset : nil, detected: trouble.detected, opened: rotation,
            evidence: EvidenceText(try CanonicalJSON.text(evidence)), exposure: evidence.exposure, model: "",
            previous: lastFinal[name(of: trouble)])
        let staff = organisation.staff.indices.filter {
            organisation.staff[$0].isStaff(on: Int(calendar.day(of: trouble.detected)))
        }
        let (routed, owner) = (chance.work.uniform(), chance.work.uniform())
        if routed < dials.routed, !staff.isEmpty {
            exception.owner = organisation.staff[staff[Int(owner * Double(staff.count))]].name
        }
        exception.due = due(trouble, from: trouble.detected)
        exception.termsAtOpen = trouble.terms
        return exception
    }

    private func evidence(of trouble: Trouble) -> SimulatedEvidence {
        let kind = organisation.workflows[trouble.workflow].kinds[trouble.kind].finding
        return SimulatedEvidence(kind: kind.id, lossShare: trouble.share, fixTakesDays: 0.5)
    }

    /// By the next working day for heroes, within three for tier B, within five for the rest.
    private func due(_ trouble: Trouble, from moment: Instant) -> Instant {
        let days =
            switch organisation.catalogue.listings[trouble.listing].tier {
            case .a: 1
            case .b: 3
            case .c: 5
            }
        return calendar.due(after: moment, workingDays: days)
    }

    /// What a trouble counts for.
    private mutating func price(_ number: Int, at now: Instant) throws {
        let trouble = troubles[number]
        let listing = organisation.catalogue.listings[trouble.listing]
        let kind = organisation.workflows[trouble.workflow].kinds[trouble.kind].finding
        let age = max(0, Int(now.days(since: trouble.onset)))
        let terms = RiskTerms(
            alone: evidence(of: trouble).exposure, kind: kind.id, on: Catalogue.code(trouble.listing),
            selling: .init(unitsPerDay: listing.unitsPerDay, days: 60),
            at: Money(minorUnits: listing.price, organisation.marketplace.currency),
            lasting: lasting(kind, age: age), ageDays: age, asOf: now)
        troubles[number].terms = terms?.bytes ?? []
        troubles[number].atRisk = terms?.atRisk ?? 0
    }

    /// How likely a problem of a kind and an age still lasts on each of the next thirty days; most are as old as others.
    private mutating func lasting(_ kind: FindingKind, age: Int) -> [Double] {
        let key = Lasting(days: kind.lastsDays, age: age)
        if let found = survivals[key] { return found }
        let found = Survival(priorMeanDays: kind.lastsDays).probabilities(age: age, horizon: Horizon.standard)
        survivals[key] = found
        return found
    }

    /// Puts what waits in the order of what is at risk.
    private mutating func rank() {
        open.sort {
            (troubles[$1].atRisk, troubles[$0].exception) < (troubles[$0].atRisk, troubles[$1].exception)
        }
        for (place, number) in open.enumerated() { troubles[number].position = place + 1 }
    }
}
