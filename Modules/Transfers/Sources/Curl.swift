package import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One transfer by libcurl. What it was given is let go of with it.
package final class Curl {
    /// Before libcurl 7.84 this was not safe beside other threads; a global is made once.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// The library's own handle, for what stands not here.
    package let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>?] = []
    private let sink = Sink()

    /// `nil` where the library has no memory or cannot start.
    package init?() {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        // As OpenSSL's programs and curl's own have it: where a house signs certificates itself, this file says whose count.
        // One that cannot be read lets nothing through.
        if let file = getenv("SSL_CERT_FILE"), file[0] != 0 { _ = set(CURLOPT_CAINFO, String(cString: file)) }
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    /// Sets an option that takes a text, of which the library keeps a copy.
    package func set(_ option: CURLoption, _ text: String?) -> CURLcode {
        flywheel_curl_set_text(handle, option, text)
    }

    /// Sets an option that takes a number or a yes.
    package func set(_ option: CURLoption, _ number: Int) -> CURLcode {
        flywheel_curl_set_number(handle, option, number)
    }

    /// Sets an option that takes a list.
    package func set(_ option: CURLoption, _ texts: [String]) -> CURLcode {
        let list = texts.reduce(nil) { curl_slist_append($0, $1) }
        lists.append(list)
        return flywheel_curl_set_list(handle, option, list)
    }

    /// Keeps the bytes of an answer, and breaks off with `CURLE_WRITE_ERROR` at the first beyond the limit. The status has
    /// been read by then.
    package func read(upTo limit: Int) -> CURLcode {
        sink.limit = limit
        return flywheel_curl_set_writer(handle, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
    }

    /// Does it, and waits for its end.
    package func perform() -> CURLcode { curl_easy_perform(handle) }

    /// What the other side answered with; 0 where it said nothing.
    package var status: Int { flywheel_curl_response(handle) }

    /// The bytes of the answer that were read.
    package var body: [UInt8] { sink.bytes }

    /// A header of the last answer.
    package func header(_ name: String) -> String? {
        var found: UnsafeMutablePointer<curl_header>?
        guard curl_easy_header(handle, name, 0, UInt32(CURLH_HEADER), -1, &found) == CURLHE_OK, let found else {
            return nil
        }
        return String(cString: found.pointee.value)
    }
}

/// Where the library puts an answer, piece by piece.
private final class Sink {
    var limit = 0
    private(set) var bytes: [UInt8] = []

    static let write: curl_write_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        guard sink.bytes.count + size * count <= sink.limit else { return 0 }
        sink.bytes += UnsafeRawBufferPointer(start: buffer, count: size * count)
        return size * count
    }
}
