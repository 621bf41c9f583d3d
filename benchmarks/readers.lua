-- Readers for wrk: each asks for pages of a list at random, with a fixed seed, and notes how long each took.
-- wrk … -s readers.lua URL -- LIST FOLDER PAUSE: lines of "kind<TAB>address"; where notes go; ms between two pages.
-- One connection a thread, so that an answer belongs to the thread's last request.

local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long sec; long nsec; } desk_time;
  int clock_gettime(int clock, desk_time *now);
]]

local count = 0
local now = ffi.new("desk_time")

local function milliseconds()
  ffi.C.clock_gettime(1, now)
  return tonumber(now.sec) * 1000 + tonumber(now.nsec) / 1000000
end

function setup(thread)
  count = count + 1
  thread:set("number", count)
end

function init(args)
  list, pause = {}, tonumber(args[3])
  for line in io.lines(args[1]) do
    local kind, address = line:match("^(.-)\t(.*)$")
    list[#list + 1] = { kind = kind, address = address }
  end
  notes = io.open(args[2] .. "/reader-" .. number .. ".tsv", "w")
  math.randomseed(number)
end

function request()
  page = list[math.random(#list)]
  asked = milliseconds()
  return wrk.format("GET", page.address)
end

function response(status, headers)
  local took = milliseconds() - asked
  local served = (headers["server-timing"] or ""):match("dur=([%d.]+)") or ""
  notes:write(page.kind, "\t", status, "\t", served, "\t", string.format("%.1f", took), "\n")
  notes:flush()
end

-- Somebody reads a page before asking for the next.
function delay()
  return pause * (0.5 + math.random())
end
