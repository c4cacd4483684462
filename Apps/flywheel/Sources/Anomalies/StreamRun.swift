import Imports
import SeriesFiles

/// Scores a file of anybody's stream: no store, no listings.
struct StreamRun {
    /// The file of `timestamp,value`, gzipped or not; `-` for standard input.
    let input: String
    /// The file to write; `-` for standard output.
    let output: String

    private static let pieceBytes = 1 << 18

    func answer(in surroundings: Surroundings, progress: Progress) throws -> StreamAnswer {
        do {
            let read = try reader(surroundings)
            let tell = { (rows: Int) in progress.say("scoring: \(Numbers.count(rows, "row"))") }
            guard output != "-" else {
                let write = { (bytes: [UInt8]) in
                    try surroundings.output.write(String(decoding: bytes, as: UTF8.self))
                }
                return StreamAnswer(summary: try StreamScorer().run(read: read, write: write, tell: tell), file: nil)
            }
            let summary = try ReplacedFile.write(output) { try StreamScorer().run(read: read, write: $0, tell: tell) }
            return StreamAnswer(summary: summary, file: output)
        } catch let fault as SeriesFault {
            throw Diagnostic(
                "stream", fault.sentence,
                place: "\(input == "-" ? "standard input" : input):\(fault.line):\(fault.column)",
                help: "rows are timestamp,value in the order of time: flywheel anomalies --help", exit: .failed)
        } catch let error as ReadError {
            throw Diagnostic(
                "file", error.description, place: input, help: "check the path and its permissions", exit: .failed)
        }
    }

    private func reader(_ surroundings: Surroundings) throws -> () throws -> [UInt8]? {
        if input == "-" { return surroundings.inputBytes }
        let file = try ByteSource.open(path: input)
        return {
            let bytes = try [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            return bytes.isEmpty ? nil : bytes
        }
    }
}
