import SeriesFiles

/// Scores a file of anybody's stream.
struct StreamRun {
    /// Where `timestamp,value` is read, and where scores are written.
    let files: FilePass

    func answer(in surroundings: Surroundings, progress: Progress) throws -> StreamAnswer {
        let (summary, file) = try files.run(
            in: surroundings, word: "stream",
            help: "rows are timestamp,value in the order of time: flywheel anomalies --help"
        ) { read, write in
            try StreamScorer().run(
                read: read, write: write, tell: { progress.say("scoring: \(Numbers.count($0, "row"))") })
        }
        return StreamAnswer(summary: summary, file: file)
    }
}
