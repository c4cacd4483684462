import FlywheelKit

extension Trial {
    /// The given outcomes, and outcomes of the first findings with every verdict.
    var lessons: [Outcome<S.Evidence>] {
        let made = everyFinding.prefix(10).flatMap { chunk, finding in
            Verdict.allCases.enumerated().map { number, verdict in
                outcome(of: finding, in: given.fixture[chunk], verdict, number)
            }
        }
        return given.outcomes + made
    }

    func learn(_ outcomes: some Sequence<Outcome<S.Evidence>>) -> TrackRecord {
        outcomes.reduce(into: TrackRecord()) { stage.learn($1, into: &$0) }
    }

    func learning() -> [String] {
        let lessons = lessons
        let expected = learn(lessons)
        let splits = stride(from: 0, through: lessons.count, by: max(1, lessons.count / 64))
        for split in splits {
            var merged = learn(lessons[..<split])
            merged.merge(learn(lessons[split...]))
            guard merged != expected else { continue }
            return [
                """
                \(split) outcomes and \(lessons.count - split) outcomes learned apart and merged give \(merged), learned \
                together \(expected). Let learn add to the record and never look at what is in it
                """
            ]
        }
        return []
    }

    private func outcome(
        of finding: Placed<S.Evidence>, in chunk: Chunk, _ verdict: Verdict, _ number: Int
    ) -> Outcome<S.Evidence> {
        let causes = S.manifest.rootCauses
        return Outcome(
            evidence: finding.evidence, kind: finding.kind, verdict: verdict,
            rootCause: causes.isEmpty ? nil : causes[number % causes.count].id,
            isVerified: [true, false, nil][number % 3], onset: finding.onset ?? chunk.asOf, detected: chunk.asOf,
            ended: chunk.asOf.advanced(byDays: Double(number + 1)))
    }
}
