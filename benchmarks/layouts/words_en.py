"""The fields of English-language plans and the words that go with each."""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """What a goal is about: names of goals, what is done, and to what."""

    #: The one word of a chapter.
    topic: str
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    statements: tuple[str, ...]
    aims: tuple[str, ...]
    acts: tuple[str, ...]
    departments: tuple[str, ...]


FIELDS = (
    Field(
        "Economy",
        ("Economic Vitality", "A Thriving Local Economy", "Prosperous Community", "Prosperity",
         "Jobs and Growth", "Strong, Diverse Economy"),
        ("local businesses", "the downtown core", "apprenticeships", "employment land",
         "the visitor economy", "start-up space", "the night-time economy"),
        ("A diverse economy offers good jobs close to home and keeps wealth in the community.",
         "Support businesses at every stage so that investment benefits all residents."),
        ("Retain and grow existing employers", "Revitalize the downtown as a place to meet and do"
         " business", "A skilled workforce that is ready for the jobs of tomorrow"),
        ("Create a one-stop desk for business permits", "Market shovel-ready sites to employers",
         "Launch a storefront improvement grant for Main Street", "Update the sign code",
         "Host a quarterly forum with employers and training providers"),
        ("Economic Development", "Finance", "Community Development"),
    ),
    Field(
        "Housing",
        ("Homes for Everyone", "Housing", "Housing Choice and Affordability", "A Home for All"),
        ("affordable homes", "rental housing", "accessory dwelling units", "supported housing",
         "older apartment buildings", "the housing land trust"),
        ("Provide a range of housing types and prices that meets the needs of present and future"
         " residents.", "Everyone has a safe, warm and affordable place to live."),
        ("Preserve the existing stock of affordable homes", "Prevent homelessness before it"
         " starts", "Quality homes in every neighborhood"),
        ("Adopt an inclusionary zoning ordinance", "Inspect rental properties every three years",
         "Build 120 council homes on brownfield land", "Waive fees for accessory units"),
        ("Housing", "Planning", "Planning and Building"),
    ),
    Field(
        "Transportation",
        ("Connected Community", "Mobility for All", "Getting Around", "Safe and Sustainable"
         " Transport", "Transportation and Mobility"),
        ("sidewalks and crossings", "bus service", "the trail network", "local roads", "bridges",
         "cycle parking", "school travel routes"),
        ("Provide a safe, efficient and accessible transportation system for all modes of travel.",
         "People and goods move easily to, from and within the community."),
        ("Make walking and cycling the natural choice for short trips", "Eliminate deaths and"
         " serious injuries on our streets", "A well maintained road network"),
        ("Complete the missing link of the river trail", "Lower speed limits near schools",
         "Install signal priority for buses on two corridors", "Replace the Mill Street bridge"),
        ("Public Works", "Transportation", "Engineering"),
    ),
    Field(
        "Environment",
        ("Environmental Stewardship", "A Cleaner, Greener Place", "Climate Action",
         "Natural Environment", "Sustainability and Resilience"),
        ("the tree canopy", "wetlands and streams", "drinking water sources", "energy use in"
         " public buildings", "household waste", "open space", "wildlife corridors"),
        ("Protect, restore and enhance the natural environment for future generations.",
         "Reduce emissions and prepare for a changing climate."),
        ("Reach net zero emissions in our own operations", "Conserve water and energy",
         "Healthy rivers, coasts and woodlands"),
        ("Plant 2,000 trees along arterial streets", "Switch the fleet to electric vehicles",
         "Introduce weekly food waste collection", "Map flood-prone areas and update the code"),
        ("Sustainability Office", "Parks and Environment", "Water Utility"),
    ),
    Field(
        "Public Safety",
        ("Safe Community", "Public Safety", "Safe and Secure Neighborhoods", "Feeling Safe"),
        ("emergency response", "fire stations", "street lighting", "crime prevention programs",
         "wildfire preparedness", "victim support"),
        ("People are safe, and feel safe, at home and in public places.",
         "Protect life and property through prevention, preparedness and timely response."),
        ("Reduce response times in the northern districts", "Build trust between police and the"
         " community", "A community that is ready for emergencies"),
        ("Build and staff Fire Station 4", "Expand the co-responder program", "Install cameras at"
         " ten high-risk crossings", "Run an annual evacuation exercise"),
        ("Police", "Fire", "Emergency Management", "Police, Fire"),
    ),
    Field(
        "Governance",
        ("Good Governance", "Effective Government", "A Well-Run Council", "Leadership and"
         " Transparency", "Organizational Excellence"),
        ("online services", "the budget process", "public records", "customer service", "boards"
         " and commissions", "staff training", "data and technology"),
        ("Deliver value for money through open, accountable and well managed services.",
         "Be a transparent organization that listens and acts with integrity."),
        ("Improve communication with residents", "Maintain long-term financial stability",
         "Attract and retain a talented workforce"),
        ("Publish a budget in brief each spring", "Replace the financial software", "Adopt a"
         " reserve policy", "Answer nine of ten calls within two minutes", "Review all fees"),
        ("City Manager's Office", "Finance", "Human Resources", "Corporate Services"),
    ),
    Field(
        "Parks and Recreation",
        ("Active and Healthy Living", "Parks, Recreation and Culture", "Health and Wellbeing",
         "Great Places to Play"),
        ("neighborhood parks", "the aquatic center", "playing fields", "senior programs",
         "community gardens", "playgrounds", "the recreation center"),
        ("Provide parks and programs that bring people together and keep them healthy.",
         "All residents live within a ten-minute walk of a park."),
        ("Increase participation in sport and active recreation", "Accessible, inclusive places"
         " to play", "Enhance parks and trails"),
        ("Renew six playgrounds in line with the access standard", "Extend pool hours",
         "Build a splash pad at the lakefront", "Open school fields to clubs at weekends"),
        ("Parks and Recreation", "Leisure Services", "Parks"),
    ),
    Field(
        "Culture and Heritage",
        ("Arts, Culture and Heritage", "A Creative Place", "Sense of Place", "Our Heritage"),
        ("public art", "the library service", "historic buildings", "festivals and events",
         "the town hall", "indigenous history", "local artists"),
        ("Celebrate the stories, landscapes and traditions that make the community unique.",
         "Preserve historic resources and support a lively cultural life."),
        ("Give everyone a chance to take part in culture", "Protect historic districts",
         "A year-round calendar of events"),
        ("Commission three murals a year", "List the old mill on the heritage register",
         "Offer free library cards to newcomers", "Digitize the local newspaper archive"),
        ("Library", "Cultural Services", "Historical Commission"),
    ),
    Field(
        "Infrastructure",
        ("Quality Infrastructure", "Infrastructure and Assets", "Reliable Infrastructure",
         "Facilities and Services"),
        ("water mains", "the sewer system", "public facilities", "stormwater drains", "broadband",
         "the landfill", "street maintenance"),
        ("Invest in streets, utilities and buildings so that they serve the community for"
         " decades.", "Plan, build and maintain infrastructure in a cost-effective way."),
        ("Manage assets for their whole life", "Close the infrastructure funding gap",
         "Safe and reliable water supply"),
        ("Replace two miles of sewer mains each year", "Complete the asset management plan",
         "Line the reservoir and renew its pumps", "Extend fibre to the business park"),
        ("Public Works", "Engineering", "Utilities", "Water and Sewer"),
    ),
    Field(
        "Land Use",
        ("Managed Growth", "Land Use and Community Character", "Balanced Growth", "A Place of"
         " Distinct Villages"),
        ("infill development", "rural land", "the village centers", "design standards",
         "prime farmland", "mixed-use corridors", "the growth boundary"),
        ("Guide growth to places with adequate services and protect rural character.",
         "Maintain the quality of life through well located and well designed development."),
        ("Direct growth to the village centers", "Protect farmland from encroachment",
         "Compatible development in established neighborhoods"),
        ("Revise the subdivision rules", "Adopt objective design standards", "Rezone the station"
         " area for mixed use", "Prepare a small area plan for the east side"),
        ("Planning", "Planning Board", "Planning and Zoning"),
    ),
    Field(
        "People",
        ("Caring for People", "Children and Young People", "A Fair Start in Life", "Supporting"
         " Independence", "Community Wellbeing"),
        ("early years places", "family hubs", "home care", "youth services", "mental health"
         " support", "foster carers", "school meals"),
        ("Help people of all ages to live independent, healthy and fulfilling lives.",
         "Every child has the best start in life."),
        ("Reduce health inequalities", "More children ready for school", "People live well for"
         " longer"),
        ("Open three family hubs", "Recruit 40 foster carers", "Offer a falls check to people over"
         " 75", "Pilot a youth bus in the villages"),
        ("Children's Services", "Adult Social Care", "Public Health"),
    ),
    Field(
        "Equity and Engagement",
        ("Engaged and Inclusive Community", "Belonging", "Equity and Inclusion", "Community"
         " Engagement", "Stronger Communities"),
        ("volunteering", "community centers", "language access", "neighborhood associations",
         "reconciliation with First Nations", "civic education", "grants to community groups"),
        ("All residents take part in decisions that shape their community.",
         "Celebrate diversity and remove barriers to public life."),
        ("Engage residents early and often", "Support groups that help each other",
         "A community where everyone belongs"),
        ("Translate key documents into five languages", "Set up a youth council", "Hold listening"
         " sessions in every ward", "Simplify the community grants form"),
        ("Community Engagement", "Communications", "City Clerk"),
    ),
)  # fmt: skip
STATEMENTS = (
    "Ensure that {noun} and {other} meet the needs of {people}, now and in the future.",
    "Improve {noun} so that {place} remains a great place to live, work and visit.",
    "To protect and enhance {noun} through careful planning and strong partnerships.",
    "{place} has {noun} that are safe, accessible and well cared for.",
)
AIMS = (
    "Improve {noun}", "Expand access to {noun} for {people}", "Strengthen {noun} and {other}",
    "Invest in {noun}", "Enhance the quality of {noun} across {place}", "Promote {noun}",
    "Increase the resilience of {noun}", "Coordinate {noun} with {partner}",
    "Make better use of {noun} by working with {partner}",
    "Support {people} through {noun} and {other}", "Better {noun} for {people}",
    "Well planned {noun}", "Ensure that {noun} keep pace with growth",
    "Encourage {partner} to take part in the planning of {noun} and {other}",
)  # fmt: skip
ACTS = (
    "Prepare a plan for {noun} by {year}", "Review {noun} with {partner}",
    "Secure funding for {noun}", "Develop a strategy for {noun} that reflects the needs of"
    " {people}", "Conduct a survey of {people} about {noun} every two years",
    "Increase spending on {noun} by {share}% by {year}", "Appoint a coordinator for {noun}",
    "Work with {partner} to improve {noun} and {other}",
    "Establish a working group on {noun}", "Publish an annual report on {noun}",
    "Continue to support {noun}", "Pilot a new approach to {noun} in {count} locations and"
    " report the results to {who}", "Identify gaps in {noun}", "Apply for state and federal"
    " grants for {noun}", "Seek partnerships that expand {noun} for {people}",
    "Update standards for {noun}, including access for {people}", "Explore shared use of {noun}",
    "Train {count} volunteers to help with {noun}", "Hold workshops on {noun} for {people}",
)  # fmt: skip
MEASURES = (
    "Number of {people} who use {noun}", "Percentage of residents satisfied with {noun}",
    "Share of {noun} in good condition", "{share}% of requests about {noun} answered in time",
    "Cost of {noun} per resident", "Annual visits to {noun}", "Increase in {noun}",
    "Fewer complaints about {noun}", "Kilometres of {noun} renewed",
)  # fmt: skip
SENTENCES = (
    "Over the past ten years {place} has invested in {noun}, and demand continues to grow.",
    "Residents told us that {noun} matter to them more than anything else.",
    "The cost of {noun} has risen faster than income, and many {people} feel the pressure.",
    "We will work with {partner} so that {noun} and {other} support each other.",
    "In {year}, {share} percent of households were within half a mile of {noun}.",
    "{noun} play a vital role in the life of our community.",
    "Decisions about {noun} affect {people} in particular.",
    "This section describes how {who} plans to care for {noun} in the years ahead.",
    "During engagement, more than {count} people asked for better {noun}.",
    "At the same time, state and federal rules for {noun} are changing.",
    "As {place} grows, {noun} must keep pace without losing what makes the place special.",
)
