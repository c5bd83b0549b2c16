-- Asks the server questions over and over; run with wrk (Debian: apt-get install wrk), from the project's folder:
--   READING_ROOM_OPTS=-Dreading-room.web.requests-per-minute=1000000 ./reading-room serve
--   wrk -t 2 -c 50 -d 60s --timeout 30s -s src/test/load/answers.lua http://127.0.0.1:8080
-- All requests come from one address, so the limit on requests a minute is lifted.

local questions = {
  "How much lead did Stalin want from Korea?",
  "How quickly did Kim Il Sung say his army could take the Ongjin peninsula?",
  "What did Mao say about sending Chinese troops to Korea?",
  "Why did the armistice talks at Kaesong stall?",
  "Who took part in the talks at Kaesong?",
  "What did Kim Il Sung ask Stalin for in 1953?",
  "How many Oscars did the film Titanic win?",
  "What did Stalin write to Mao in June 1951?",
}
local asked = 0

function request()
  asked = asked + 1
  return wrk.format("POST", "/api/v1/answers", { ["Content-Type"] = "application/json" },
    '{"question":"' .. questions[asked % #questions + 1] .. '"}')
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%d answers in %.0f s, p50 %.0f ms, p95 %.0f ms, longest %.0f ms\n", summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency.max / 1e3))
  io.write(string.format("not 2xx: %d, connect: %d, read: %d, write: %d, timeout: %d\n", errors.status,
    errors.connect, errors.read, errors.write, errors.timeout))
end
