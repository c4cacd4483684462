public import FlywheelKit

/// What was asked to be done once is its sender's, whose word is part of the key, whatever accounts exist for them.
extension ScopedStore {
    /// See ``RequestStore/beginRequest(_:)``.
    public func beginRequest(_ request: RequestRecord) throws(StoreError) -> RequestRecord? {
        try store.beginRequest(request)
    }

    /// See ``RequestStore/finishRequest(_:with:)``.
    public func finishRequest(_ key: RequestKey, with answer: KeptAnswer) throws(StoreError) {
        try store.finishRequest(key, with: answer)
    }

    /// See ``RequestStore/forgetRequest(_:)``.
    public func forgetRequest(_ key: RequestKey) throws(StoreError) { try store.forgetRequest(key) }

    /// See ``RequestStore/sweepRequests(begunBefore:)``.
    public func sweepRequests(begunBefore moment: Instant) throws(StoreError) -> Int {
        try store.sweepRequests(begunBefore: moment)
    }
}
