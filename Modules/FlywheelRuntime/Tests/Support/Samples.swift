import FlywheelKit
import FlywheelStore

@testable import FlywheelRuntime

extension Fingerprint {
    /// A problem of the stage for blocked listings.
    static func blocked(_ code: String, _ discriminator: String = "") -> Fingerprint {
        Fingerprint(
            workflow: "blocked", kind: "blocked",
            subject: Subject(.listing, account: "acme", marketplace: "ATVPDKIKX0DER", code: code),
            discriminator: discriminator)
    }
}

extension Exposure {
    /// Everything is lost.
    static let everything = Exposure(.dailyShare([1]))
    /// Everything would be lost, in half of all cases.
    static let predicted = Exposure(.dailyShare([1]), probability: 0.5)
}

extension ExceptionRecord {
    /// An exception that was first seen ten days before noon.
    static func sample(
        _ fingerprint: Fingerprint = .blocked("A"), _ state: State = .active, exposure: Exposure = .everything,
        onset: Instant? = nil, detected: Instant = .noon - 10, closed: Instant? = nil
    ) throws -> ExceptionRecord {
        var exception = ExceptionRecord(
            id: ExceptionID(1), fingerprint: fingerprint, state: state, onset: onset, detected: detected,
            opened: RotationID(1), evidence: "1", exposure: exposure, model: "")
        exception.closed = closed
        return exception
    }
}

extension OutcomeRecord {
    /// What an exception leaves that lasted from one moment to another.
    static func sample(
        _ fingerprint: Fingerprint = .blocked("A"), _ verdict: Verdict = .actionable, exposure: Exposure = .everything,
        from: Instant, to: Instant
    ) throws -> OutcomeRecord {
        OutcomeRecord(
            exception: ExceptionID(1), fingerprint: fingerprint, exposure: exposure,
            verdict: verdict, rootCause: nil, isVerified: nil, onset: from, detected: from, claimed: nil, ended: to,
            verified: nil, termsAtOpen: [], termsAtEnd: [])
    }
}

extension Fingerprint {
    /// A row of its own for what each letter names.
    var row: Int { Int(subject.code.utf8.first ?? 0) }
}

extension Sighting {
    /// A sighting whose evidence is a number.
    static func sample(
        _ fingerprint: Fingerprint = .blocked("A"), evidence: EvidenceText = "1", exposure: Exposure = .everything,
        onset: Instant? = nil, same: Bool = false, formerly: [Fingerprint] = [], reachesBackTo: Instant? = nil
    ) -> Sighting {
        Sighting(
            row: fingerprint.row, fingerprint: fingerprint, formerly: formerly, onset: onset,
            reachesBackTo: reachesBackTo, evidence: evidence, exposure: exposure,
            isSameClaim: { _ in same })
    }
}
