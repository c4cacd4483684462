import FlywheelKit
import Synchronization

extension Trial {
    /// The compiler takes a verb whose signature nearly matches for some other function, and the default for the verb.
    func verbs() -> [String] {
        #if DEBUG
            guard let evidence = everyFinding.first?.finding.evidence else { return [] }
            let defaulted = Mutex<Set<Verb>>([])
            Verb.$noteDefault.withValue({ verb in defaulted.withLock { _ = $0.insert(verb) } }) {
                var record = TrackRecord()
                for outcome in lessons { stage.learn(outcome, into: &record) }
                _ = stage.exposure(of: evidence)
                _ = stage.resolve(evidence)
                _ = S.tune(given.knobs, from: record)
                _ = S.measure(record)
            }
            let written = Set(Verb.allCases).subtracting(defaulted.withLock { $0 })
            return Verb.allCases.filter { S.manifest.writes.symmetricDifference(written).contains($0) }.map { verb in
                written.contains(verb)
                    ? "the stage writes \(verb.rawValue), the manifest does not say so. Add .\(verb.rawValue) to writes"
                    : """
                    the manifest says that the stage writes \(verb.rawValue), but the default ran. Compare its signature \
                    with FlywheelStage's letter by letter, or drop .\(verb.rawValue) from writes
                    """
            }
        #else
            return []
        #endif
    }
}
