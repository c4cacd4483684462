import Foundation

/// Makes something of the batches of a file on all cores and hands it over in the order of the file.
///
/// Whoever is free reads the next block, one at a time, and works on it while others read. The thread that waits for the
/// results works too, so nothing stands still where no other thread comes to help.
final class BatchPipeline<Output: Sendable>: @unchecked Sendable {
    private let blocks: BlockReader
    private let decoder: TextDecoder
    private let convert: @Sendable (RowBatch) -> Output
    /// The most batches that are read but not handed over.
    private let batchesAtOnce: Int

    /// Guards all that follows; `blocks` belongs to the thread that has set `isReading`.
    private let condition = NSCondition()
    private var isReading = false
    private var hasHelpers = false
    /// Whether no further batch is to be read.
    private var isOver = false
    private var failure: ReadError?
    private var taken = 0
    private var delivered = 0
    private var working = 0
    private var outputs: [Int: Output] = [:]
    private var spare: [BatchMemory] = []

    init(
        _ blocks: BlockReader, decoder: TextDecoder, batchesAtOnce: Int,
        convert: @escaping @Sendable (RowBatch) -> Output
    ) {
        self.blocks = blocks
        self.decoder = decoder
        self.batchesAtOnce = batchesAtOnce
        self.convert = convert
    }

    /// Calls `deliver` on this thread with what became of each batch. Throws ``ReadError`` and what `deliver` throws; no
    /// other thread works on when it returns.
    func run(_ deliver: (Output) throws -> Void) throws {
        defer { stop() }
        while let output = try next() {
            try deliver(output)
            condition.withLock { delivered += 1 }
            condition.broadcast()
        }
    }

    /// What became of the next batch; nil behind the last one.
    private func next() throws(ReadError) -> Output? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let output = outputs.removeValue(forKey: delivered) { return output }
            if isOver, taken == delivered {
                if let failure { throw failure }
                return nil
            }
            if canTake { work() } else { condition.wait() }
        }
    }

    private var canTake: Bool { !isOver && !isReading && taken - delivered < batchesAtOnce }

    /// Reads and converts a batch. The condition is locked before and after, but not while there is work to do.
    private func work() {
        isReading = true
        working += 1
        let memory = spare.popLast() ?? BatchMemory()
        condition.unlock()
        let block = Result { () throws(ReadError) in try blocks.next(in: memory) }
        condition.lock()
        isReading = false
        switch block {
        case .success(let block?):
            let place = taken
            taken += 1
            if !blocks.isAtEnd { startHelpers() }
            condition.broadcast()
            condition.unlock()
            let batch = block.batch(blocks.format, decoder)
            let output = convert(batch)
            let memory = batch.reclaimed()
            condition.lock()
            outputs[place] = output
            spare.append(memory)
        case .success(nil): isOver = true
        case .failure(let error):
            failure = error
            isOver = true
        }
        working -= 1
        condition.broadcast()
    }

    /// A file of one block needs no help.
    private func startHelpers() {
        if hasHelpers { return }
        hasHelpers = true
        for _ in 1..<max(1, min(batchesAtOnce, ProcessInfo.processInfo.activeProcessorCount)) {
            DispatchQueue.global().async { self.help() }
        }
    }

    private func help() {
        condition.lock()
        while !isOver {
            if canTake { work() } else { condition.wait() }
        }
        condition.unlock()
    }

    private func stop() {
        condition.lock()
        isOver = true
        condition.broadcast()
        while working > 0 { condition.wait() }
        condition.unlock()
    }
}
