import Foundation
import Statistics

/// Scores streams that people have labelled, and prints how well the oddest values agree with the labels.
///
/// Tab-separated: detector, streams, threshold, the scores of the three profiles, windows found of how many, false points.
/// First at our own threshold of one half and at the best ones, by group; then the simple detector of the benchmark; then
/// those whose scores stand in `results` of the folder. Last the speed of ours.
@main enum NABScore {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else { return print("usage: nab-score FOLDER") }
        let streams = try LabelledStream.all(in: folder)
        print("detector\tstreams\tthreshold\tstandard\tlow FP\tlow FN\tfound\tfalse")
        let start = ContinuousClock.now
        let ours = streams.map(scores)
        let spent = ContinuousClock.now - start
        report("ours", streams, ours, threshold: 0.5)
        report("ours, at its best", streams, ours)
        report("windowed Gaussian, at its best", streams, streams.map(WindowedGaussian.scores))
        for detector in try published(in: folder) {
            let scores = try streams.compactMap { try $0.published(by: detector, in: folder) }
            if scores.count == streams.count { report("\(detector), at its best", streams, scores, byGroup: false) }
        }
        let points = streams.reduce(0) { $0 + $1.values.count }
        print("\(points) points at \(Int(Double(points) / (spent / .seconds(1)))) a second on one core")
    }

    private static func scores(of stream: LabelledStream) -> [Double] {
        var detector = StreamAnomaly()
        return zip(stream.values, stream.seconds).map { detector.score($0, at: $1) }
    }

    private static func published(in folder: String) throws -> [String] {
        let results = folder + "/results"
        guard FileManager.default.fileExists(atPath: results) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: results).sorted()
    }

    /// - Parameter threshold: of all points; the best of each profile where `nil`.
    private static func report(
        _ name: String, _ streams: [LabelledStream], _ scores: [[Double]], threshold: Double? = nil,
        byGroup: Bool = true
    ) {
        let standard = Scoring(streams, scores: scores, profile: Scoring.Profile.all[0])
        let limit = threshold ?? standard.best().threshold
        row(name, "all \(streams.count)", streams, scores, threshold: threshold, shown: limit)
        guard byGroup else { return }
        for group in Set(streams.map(\.group)).sorted() {
            let members = streams.indices.filter { streams[$0].group == group }
            row(
                name, "\(group) \(members.count)", members.map { streams[$0] }, members.map { scores[$0] },
                threshold: limit, shown: limit)
        }
    }

    private static func row(
        _ name: String, _ part: String, _ streams: [LabelledStream], _ scores: [[Double]], threshold: Double?,
        shown: Double
    ) {
        let figures = Scoring.Profile.all.map { profile in
            let scoring = Scoring(streams, scores: scores, profile: profile)
            guard scoring.windows > 0 else { return "-" }
            let outcome = threshold.map { scoring.outcome(at: $0) } ?? scoring.best()
            return "\((scoring.score(outcome) * 10).rounded() / 10)"
        }
        let scoring = Scoring(streams, scores: scores, profile: Scoring.Profile.all[0])
        let outcome = scoring.outcome(at: shown)
        print(
            ([name, part, "\((shown * 10_000).rounded() / 10_000)"] + figures
                + ["\(outcome.found)/\(scoring.windows)", "\(outcome.falsePoints)"]).joined(separator: "\t"))
    }
}
