import CCurl
import Transfers

/// Asks an identity provider over HTTPS. Redirections are not followed: a provider's addresses are those it publishes.
public enum ProviderPost {
    /// The body of an answer with status 200, else ``OpenIDError/provider(_:)``.
    public static func fetch(_ request: OpenIDRequest) async throws -> [UInt8] {
        try await blocking { try answer(to: request) }
    }

    private static func answer(to request: OpenIDRequest) throws(OpenIDError) -> [UInt8] {
        guard let curl = Curl() else { throw .provider("it could not be asked (out of memory)") }
        var settings = [
            curl.set(CURLOPT_URL, request.address), curl.set(CURLOPT_PROTOCOLS_STR, "https"),
            curl.set(CURLOPT_FOLLOWLOCATION, 0), curl.set(CURLOPT_NOSIGNAL, 1), curl.set(CURLOPT_CONNECTTIMEOUT, 5),
            curl.set(CURLOPT_TIMEOUT, 15), curl.set(CURLOPT_HTTPHEADER, ["accept: application/json"]),
            curl.read(upTo: OpenIDRequest.limit),
        ]
        if let body = request.body {
            settings += [
                curl.set(CURLOPT_POSTFIELDSIZE, body.utf8.count), curl.set(CURLOPT_COPYPOSTFIELDS, body),
            ]
        }
        guard settings.allSatisfy({ $0 == CURLE_OK }) else { throw .provider("it could not be asked") }
        let code = curl.perform()
        guard code == CURLE_OK else {
            throw .provider("it could not be asked (\(String(cString: curl_easy_strerror(code))))")
        }
        guard curl.status == 200 else { throw .provider("it answered with status \(curl.status)") }
        return curl.body
    }
}
