// Times of day, which pages write in UTC, in the zone of whoever reads them.
"use strict";

for (const time of document.querySelectorAll('time[datetime*="T"]')) {
  const moment = new Date(time.dateTime);
  const ahead = -moment.getTimezoneOffset();
  const here = new Date(moment.getTime() + ahead * 60_000);
  if (ahead !== 0 && !Number.isNaN(here.getTime())) {
    const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
    const zone = `UTC${ahead < 0 ? "−" : "+"}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
    time.title = time.textContent;
    time.textContent = `${here.toISOString().slice(0, 16).replace("T", " ")} ${zone}`;
  }
}
