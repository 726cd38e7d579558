namespace CoachBot.Tests.Teams;

/// <summary>What people type for a time zone, and what they mean.</summary>
internal static class ZoneSpellings
{
    private const string Spelt = """
        America/New_York | EST ; EDT ; ET ; est ; Eastern ; Eastern Time ; Eastern Standard Time ; eastern daylight time ; US Eastern ; East Coast ; EST5EDT ; Eastern Time (US & Canada)
        America/Chicago | CDT ; Central ; Central Time ; central standard time ; Central Daylight Time ; US/Central ; Midwest
        America/Denver | MDT ; Mountain ; Mountain Time ; mountain daylight time ; US/Mountain
        America/Los_Angeles | PT ; PST ; PDT ; pst ; Pacific ; Pacific Time ; pacific standard time ; Pacific Daylight Time ; West Coast ; US/Pacific ; Pacific time zone
        America/Anchorage | AKST ; AKDT ; Alaska Time ; alaska standard time ; Alaska
        Pacific/Honolulu | HST ; Hawaii Time ; Hawaii standard time ; Hawaii ; HI
        America/Halifax | ADT ; Atlantic ; Atlantic Time ; Atlantic Canada ; atlantic time (canada)
        America/St_Johns | NST ; NDT ; Newfoundland ; Newfoundland Time ; newfoundland standard time
        Europe/Berlin | CET ; CEST ; Central European Time ; central european summer time ; MEZ ; MESZ ; Central Europe
        Europe/Lisbon | WET ; Western European Time ; WEST
        Europe/London | UK ; UK time ; GB ; Great Britain ; Britain ; British Time ; British Summer Time ; united kingdom ; England ; Scotland ; Wales ; Northern Ireland
        Europe/Moscow | MSK ; Moscow time ; Moscow Standard Time
        Europe/Istanbul | TRT ; Turkey ; Türkiye ; Turkiye
        Africa/Johannesburg | SAST ; South Africa ; south african time
        Africa/Nairobi | EAT ; East Africa Time ; Kenya ; kenya time ; Eldoret ; Iten
        Africa/Lagos | WAT ; Nigeria
        Asia/Tokyo | JST ; Japan ; Japan time ; japan standard time ; Osaka ; tokio ; ＪＳＴ
        Asia/Seoul | KST ; South Korea ; Korea ; Seoul
        Asia/Singapore | SGT ; Singapore ; singapore time
        Asia/Hong_Kong | HKT ; Hong Kong ; HK
        Asia/Karachi | PKT ; Pakistan ; Lahore
        Asia/Kolkata | India ; india standard time ; Bombay ; Mumbai ; Calcutta ; Delhi ; New Delhi ; Bangalore ; Bengaluru
        Asia/Bangkok | ICT ; Thailand ; Bangkok
        Australia/Perth | AWST ; Western Australia ; Perth ; Australian Western Standard Time
        Australia/Adelaide | ACDT ; South Australia ; Adelaide
        Australia/Sydney | AEDT ; NSW ; Sydney ; new south wales ; Australian Eastern Daylight Time
        Australia/Brisbane | QLD ; Queensland ; Brisbane ; Gold Coast
        Pacific/Auckland | NZST ; NZDT ; NZT ; NZ ; New Zealand ; Auckland ; Wellington, New Zealand ; Christchurch, NZ
        America/Sao_Paulo | BRT ; Brazil ; Brasil ; Brasília ; Rio de Janeiro ; Rio ; São Paulo ; Sao Paulo ; SÃO PAULO ; São Paulo
        UTC | UTC ; Z ; Zulu ; utc ; UTC time ; Coordinated Universal Time
        America/New_York | New York ; new york ; NEW YORK ; NYC ; New York City ; Brooklyn ; Manhattan ; new york time ; New York, NY ; New York, USA ; america/new_york ; America/New_York (now 15:30) ; New York City, New York (now 9:05) ; N.Y. ; NY ; Boston ; Boston MA ; Philly ; Washington DC ; Washington, D.C. ; DC ; Miami ; Atlanta ; Albany, NY ; Charlotte ; Raleigh ; Florida ; FL ; Ohio ; Pennsylvania ; Pittsburgh ; Portland, Maine ; Portland ME ; portland, me, usa ; Massachusetts ; Vermont ; Buffalo
        America/Chicago | Chicago ; Chicago, IL ; chicago illinois ; Dallas ; DFW ; Houston ; Austin ; Austin TX ; Texas ; TX ; Minneapolis ; NOLA ; New Orleans ; OKC ; Oklahoma City ; Kansas City ; Milwaukee ; Iowa ; Nashville ; St. Louis, MO ; saint louis missouri ; St Paul, Minnesota ; Madison, WI ; Memphis
        America/Denver | Denver ; Colorado ; Boulder, Colorado ; Boulder ; Colorado Springs ; Salt Lake City ; SLC ; Utah ; UT ; Wyoming ; WY ; New Mexico ; Santa Fe, NM ; Albuquerque
        America/Phoenix | Arizona ; AZ ; Phoenix ; Flagstaff ; Tucson ; Arizona time
        America/Los_Angeles | Los Angeles ; L.A. CA ; Los Angeles, California ; SF ; San Francisco ; Seattle ; Portland, Oregon ; Portland OR ; portland oregon usa ; San Diego ; Las Vegas ; Vegas ; Nevada ; California ; CA ; Calif ; Oregon ; Eugene ; Sacramento ; Spokane
        America/Anchorage | Anchorage
        Pacific/Honolulu | Honolulu ; Oahu
        America/Toronto | Toronto ; Ontario ; ON ; Ottawa ; Montréal ; Montreal ; montréal, québec ; Québec ; Quebec City ; QC ; Hamilton, Ontario
        America/Vancouver | Vancouver, BC ; Vancouver, Canada ; BC ; British Columbia ; B.C.
        America/Edmonton | Alberta ; AB ; Calgary ; Edmonton
        America/Regina | Saskatchewan ; SK ; Regina ; Saskatoon
        America/Winnipeg | Winnipeg ; Manitoba ; MB
        America/Halifax | Halifax, Nova Scotia ; Nova Scotia ; NS ; PEI ; Prince Edward Island
        America/St_Johns | St. John's, Newfoundland ; St Johns, NL
        America/Mexico_City | Mexico City ; Ciudad de México ; CDMX ; México DF
        Europe/London | London ; London, England ; London UK ; london time ; Manchester, UK ; Londres ; Edinburgh ; Europe/London
        Europe/Dublin | Dublin ; Ireland ; Republic of Ireland ; Cork
        Europe/Paris | Paris ; Paris, France ; France ; Lyon ; Marseille
        Europe/Berlin | Berlin ; Germany ; Deutschland ; München ; Munich ; Muenchen ; Köln ; Koeln ; Cologne ; Frankfurt ; Düsseldorf ; Hamburg
        Europe/Zurich | Zürich ; Zurich ; ZÜRICH ; Switzerland ; Schweiz ; Genf ; Geneva, Switzerland
        Europe/Vienna | Wien ; Vienna ; Austria ; Österreich
        Europe/Rome | Roma ; Rome ; Italy ; Milano ; Firenze ; Napoli
        Europe/Madrid | Madrid ; Spain ; España ; Barcelona, Spain ; Sevilla ; Seville
        Europe/Lisbon | Lisboa ; Lisbon ; Portugal
        Europe/Copenhagen | København ; Kobenhavn ; Copenhagen ; Denmark
        Europe/Stockholm | Stockholm ; Sweden ; Göteborg ; Gothenburg
        Europe/Oslo | Oslo ; Norway
        Europe/Kyiv | Kyiv ; Kiev ; Ukraine
        Europe/Warsaw | Kraków ; Krakow ; Poland ; Warszawa
        Europe/Prague | Praha ; Prague ; Czech Republic ; Czechia
        Africa/Addis_Ababa | Addis Ababa ; Ethiopia
        Australia/Sydney | Sydney (now 07:00) ; Sydney, Australia ; Wollongong
        Australia/Melbourne | Melbourne ; Melbourne, Victoria ; Geelong ; VIC
        Australia/Hobart | Hobart, Tasmania ; Hobart, Australia ; Tasmania ; TAS ; Tassie
        Australia/Darwin | Darwin ; Northern Territory
        Australia/Sydney | Canberra ; ACT
        """;

    private const string Wrongly = """
        America/Chicago | Chicgo
        America/Chicago | Chicaco
        America/Chicago | Chigaco
        America/Phoenix | Pheonix
        America/Phoenix | Phenix, AZ
        America/Los_Angeles | Los Angelos
        America/Los_Angeles | Los Angles
        America/Los_Angeles | San Fransisco
        America/Los_Angeles | San Francico
        America/Los_Angeles | Seatle
        America/Los_Angeles | Sacremento
        America/Los_Angeles | Califronia
        America/Los_Angeles | Calfornia
        America/Los_Angeles | Orgeon
        America/New_York | Washingtn DC
        America/New_York | Massachusets
        America/New_York | Massachussetts
        America/New_York | Philedelphia
        America/New_York | Philadelpia
        America/New_York | Pensylvania
        America/New_York | Pennsilvania
        America/New_York | Pittsburg, PA
        America/New_York | Clevland
        America/New_York | Cincinatti
        America/New_York | Conneticut
        America/New_York | Bostn
        America/New_York | Boton, Massachusetts
        America/New_York | Baltimor
        America/New_York | Jacksonvile
        America/New_York | Portlnd, Maine
        America/Los_Angeles | Portalnd, Oregon
        America/Los_Angeles | Portland, Oregan
        America/Chicago | Mineapolis
        America/Chicago | Minnapolis
        America/Chicago | Milwakee
        America/Chicago | Huston
        America/Chicago | Nashvile
        America/Chicago | Misissippi
        America/Chicago | Illinios
        America/Denver | Denvar
        America/Denver | Colarado
        America/Denver | Albuquerqe
        Pacific/Honolulu | Honalulu
        America/Anchorage | Anchorge
        America/Toronto | Torono
        America/Toronto | Motreal
        America/Toronto | Ottowa
        America/Vancouver | Vancover, BC
        America/Edmonton | Calgery
        America/Edmonton | Edmonten
        America/Regina | Saskatchewen
        America/Winnipeg | Winipeg
        Australia/Melbourne | Melborne
        Australia/Brisbane | Brisbaine
        Australia/Adelaide | Adelade
        Australia/Brisbane | Queensand
        Europe/London | Londn
        Europe/London | Edinburg, Scotland
        Europe/Madrid | Barcalona, Spain
        Europe/Stockholm | Stokholm
        Europe/Copenhagen | Copenhagan
        Europe/Amsterdam | Amsterdm
        Africa/Johannesburg | Johanesburg
        Africa/Nairobi | Nairobbi
        Asia/Singapore | Singapor
        Asia/Kolkata | Mumbay
        America/Sao_Paulo | sao paolo
        Pacific/Auckland | New Zeland
        Pacific/Auckland | Aukland
        Europe/Berlin | Germny
        Europe/Zurich | Swizerland
        America/Los_Angeles | Pacifc time
        America/New_York | Easten Time
        """;

    private const string Places = """
        Alabama | Montgomery | America/Chicago
        Alaska | Juneau | America/Juneau
        Arizona | Phoenix | America/Phoenix
        Arkansas | Little Rock | America/Chicago
        California | Sacramento | America/Los_Angeles
        Colorado | Denver | America/Denver
        Connecticut | Hartford | America/New_York
        Delaware | Dover | America/New_York
        Florida | Tallahassee | America/New_York
        Georgia | Atlanta | America/New_York
        Hawaii | Honolulu | Pacific/Honolulu
        Idaho | Boise | America/Boise
        Illinois | Springfield | America/Chicago
        Indiana | Indianapolis | America/Indiana/Indianapolis
        Iowa | Des Moines | America/Chicago
        Kansas | Topeka | America/Chicago
        Kentucky | Frankfort | America/New_York
        Louisiana | Baton Rouge | America/Chicago
        Maine | Augusta | America/New_York
        Maryland | Annapolis | America/New_York
        Massachusetts | Boston | America/New_York
        Michigan | Lansing | America/Detroit
        Minnesota | Saint Paul | America/Chicago
        Mississippi | Jackson | America/Chicago
        Missouri | Jefferson City | America/Chicago
        Montana | Helena | America/Denver
        Nebraska | Lincoln | America/Chicago
        Nevada | Carson City | America/Los_Angeles
        New Hampshire | Concord | America/New_York
        New Jersey | Trenton | America/New_York
        New Mexico | Santa Fe | America/Denver
        New York | Albany | America/New_York
        North Carolina | Raleigh | America/New_York
        North Dakota | Bismarck | America/Chicago
        Ohio | Columbus | America/New_York
        Oklahoma | Oklahoma City | America/Chicago
        Oregon | Salem | America/Los_Angeles
        Pennsylvania | Harrisburg | America/New_York
        Rhode Island | Providence | America/New_York
        South Carolina | Columbia | America/New_York
        South Dakota | Pierre | America/Chicago
        Tennessee | Nashville | America/Chicago
        Texas | Austin | America/Chicago
        Utah | Salt Lake City | America/Denver
        Vermont | Montpelier | America/New_York
        Virginia | Richmond | America/New_York
        Washington | Olympia | America/Los_Angeles
        West Virginia | Charleston | America/New_York
        Wisconsin | Madison | America/Chicago
        Wyoming | Cheyenne | America/Denver
        Alberta | Edmonton | America/Edmonton
        British Columbia | Victoria | America/Vancouver
        Manitoba | Winnipeg | America/Winnipeg
        New Brunswick | Fredericton | America/Moncton
        Newfoundland and Labrador | St. John's | America/St_Johns
        Nova Scotia | Halifax | America/Halifax
        Ontario | Toronto | America/Toronto
        Prince Edward Island | Charlottetown | America/Halifax
        Quebec | Québec | America/Toronto
        Saskatchewan | Regina | America/Regina
        Yukon | Whitehorse | America/Whitehorse
        Northwest Territories | Yellowknife | America/Edmonton
        Nunavut | Iqaluit | America/Iqaluit
        New South Wales | Sydney | Australia/Sydney
        Victoria | Melbourne | Australia/Melbourne
        Queensland | Brisbane | Australia/Brisbane
        South Australia | Adelaide | Australia/Adelaide
        Western Australia | Perth | Australia/Perth
        Tasmania | Hobart | Australia/Hobart
        Northern Territory | Darwin | Australia/Darwin
        Australian Capital Territory | Canberra | Australia/Sydney
        """;

    public static IEnumerable<(string Zone, string Typed)> Right => Lines(Spelt);

    public static IEnumerable<(string Zone, string Typed)> Misspelt => Lines(Wrongly);

    /// <summary>The states and provinces of the United States, Canada and Australia, their capitals, and the zone of these.</summary>
    public static IEnumerable<(string State, string Capital, string Zone)> Capitals =>
        Places.Split('\n').Select(line => line.Split(" | ")).Select(parts => (parts[0].Trim(), parts[1], parts[2]));

    private static IEnumerable<(string Zone, string Typed)> Lines(string table) => table.Split('\n').Select(line => line.Split(" | "))
        .SelectMany(parts => parts[1].Split(" ; "), (parts, typed) => (parts[0].Trim(), typed));
}
