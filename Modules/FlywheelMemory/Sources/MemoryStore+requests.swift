public import FlywheelKit
public import FlywheelStore

/// What was asked to be done once.
extension MemoryStore {
    /// See ``FlywheelStore/RequestStore/beginRequest(_:)``.
    public func beginRequest(_ request: RequestRecord) throws(StoreError) -> RequestRecord? {
        try withWork { work throws(StoreError) in
            if let standing = work.requests[request.key] { return standing }
            work.requests[request.key] = RequestRecord(request.key, digest: request.digest, begun: request.begun)
            return nil
        }
    }

    /// See ``FlywheelStore/RequestStore/finishRequest(_:with:)``.
    public func finishRequest(_ key: RequestKey, with answer: KeptAnswer) throws(StoreError) {
        try withWork { work throws(StoreError) in
            guard let standing = work.requests[key], standing.answer == nil else { return }
            work.requests[key] = RequestRecord(key, digest: standing.digest, begun: standing.begun, answer: answer)
        }
    }

    /// See ``FlywheelStore/RequestStore/forgetRequest(_:)``.
    public func forgetRequest(_ key: RequestKey) throws(StoreError) {
        try withWork { work throws(StoreError) in
            if work.requests[key]?.answer == nil { work.requests[key] = nil }
        }
    }

    /// See ``FlywheelStore/RequestStore/sweepRequests(begunBefore:)``.
    public func sweepRequests(begunBefore moment: Instant) throws(StoreError) -> Int {
        try withWork { work throws(StoreError) in
            let count = work.requests.count
            work.requests = work.requests.filter { $0.value.begun >= moment }
            return count - work.requests.count
        }
    }
}
