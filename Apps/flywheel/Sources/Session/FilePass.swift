import Imports
import SeriesFiles

/// A file of anybody's numbers that becomes another: no store, no listings.
struct FilePass {
    /// The file to read, gzipped or not; `-` for standard input.
    let input: String
    /// The file to write; `-` for standard output.
    let output: String

    /// Reads and writes, and throws a ``Diagnostic`` for what is wrong with the file.
    ///
    /// - Parameters:
    ///   - word: what faults of such files are called.
    ///   - help: what their rows are.
    ///   - body: takes what reads the next bytes, at the end `nil`, and what writes some.
    /// - Returns: what it returned, and the file that was written; `nil` for standard output.
    func run<Summary>(
        in surroundings: Surroundings, word: String, help: String,
        _ body: @escaping (@escaping () throws -> [UInt8]?, ([UInt8]) throws -> Void) throws -> Summary
    ) throws -> (summary: Summary, file: String?) {
        do {
            let read = try surroundings.text(of: input)
            guard output != "-" else {
                let summary = try body(read) { try surroundings.output.write(String(decoding: $0, as: UTF8.self)) }
                return (summary, nil)
            }
            return (try ReplacedFile.write(output) { try body(read, $0) }, output)
        } catch let fault as SeriesFault {
            throw Diagnostic(
                word, fault.sentence, place: "\(name):\(fault.line):\(fault.column)", help: help, exit: .failed)
        } catch let error as ReadError {
            throw Diagnostic(
                "file", error.description, place: name, help: "check the path and its permissions", exit: .failed)
        }
    }

    private var name: String { input == "-" ? "standard input" : input }
}
