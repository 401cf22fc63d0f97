CREATE TABLE public."CreditQuotas" (
    "Number" integer NOT NULL,
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "EffectiveDate" date NOT NULL,
    "EndDate" date,
    "Priority" integer NOT NULL,
    "VoidedFrom" date,
    "CarryOverFrom" integer,
    "CarryOverMaxMicros" bigint,
    "CarryOverMaxPercentMillionths" bigint,
    "CarryOverCompounds" boolean,
    "CreditMicros" bigint NOT NULL,
    "IsUnlimited" boolean NOT NULL
);

CREATE TABLE public."CustomerContacts" (
    "Number" integer NOT NULL,
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Name" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "Email" character varying(254) COLLATE pg_catalog."C",
    "PhoneNumber" character varying(30) COLLATE pg_catalog."C",
    "Roles" integer NOT NULL,
    "IsPrimary" boolean NOT NULL
);

CREATE TABLE public."CustomerReferences" (
    "System" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "Id" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public."CustomerStorageRegions" (
    "Name" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public."Customers" (
    "Id" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "AccountName" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "OrganizationName" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "Address" character varying(1024) COLLATE pg_catalog."C",
    "PhoneNumber" character varying(30) COLLATE pg_catalog."C",
    "AccountKey" character varying(768) NOT NULL COLLATE pg_catalog."C",
    "OrganizationKey" character varying(768) NOT NULL COLLATE pg_catalog."C",
    "SearchText" character varying(1537) NOT NULL COLLATE pg_catalog."C",
    "TimeZone" character varying(64) COLLATE pg_catalog."C",
    "ServicePlan" character varying(128) COLLATE pg_catalog."C",
    "TenantType" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "LicenseExpiryDate" date,
    "RegisteredOn" date NOT NULL,
    "EvaluationEndDate" date,
    "SuspendedOn" date,
    "SuspensionReason" character varying(64) COLLATE pg_catalog."C",
    "ClosedOn" date,
    "RetentionDate" date,
    "UsageClosedThrough" date,
    "LastQuotaNumber" integer NOT NULL,
    "LastScheduleNumber" integer NOT NULL,
    "LastContactNumber" integer NOT NULL,
    "Version" bigint NOT NULL
);

CREATE TABLE public."QuotaSchedules" (
    "Number" integer NOT NULL,
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Anchor" date NOT NULL,
    "Unit" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "Every" integer NOT NULL,
    "Until" date,
    "IncrementMicros" bigint NOT NULL,
    "Priority" integer NOT NULL,
    "CarryOverMaxMicros" bigint,
    "CarryOverMaxPercentMillionths" bigint,
    "CarryOverCompounds" boolean,
    "NextOccurrence" integer NOT NULL,
    "LastQuota" integer,
    "CreditMicros" bigint NOT NULL,
    "IsUnlimited" boolean NOT NULL
);

CREATE TABLE public."ServicePlanFeatures" (
    "Name" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "PlanId" character varying(128) NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public."ServicePlanRegions" (
    "Name" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "PlanId" character varying(128) NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public."ServicePlans" (
    "Id" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Name" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "NameKey" character varying(768) NOT NULL COLLATE pg_catalog."C",
    "Edition" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "IsRetired" boolean NOT NULL,
    "Version" bigint NOT NULL
);

CREATE TABLE public."UsageEntries" (
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Key" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Kind" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "Date" date NOT NULL,
    "At" timestamp with time zone,
    "CreditMicros" bigint NOT NULL,
    "RequestedMicros" bigint NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    "HeldUntil" timestamp with time zone,
    "Turn" bigint
);

CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);

INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '�1', '2026-02-28', NULL, 2147483647, NULL, NULL, NULL, NULL, NULL, 580070788279535474, false);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '�1', '2026-03-03', '2026-03-08', 0, NULL, NULL, NULL, NULL, NULL, 138176473935523685, false);
INSERT INTO public."CreditQuotas" VALUES (3, 'msp', '�1', 'infinity', NULL, 1, 'infinity', 2, 1000000000000000000, 1, false, 0, true);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '�3', 'infinity', NULL, -2147483648, NULL, NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '�3', '2026-02-27', NULL, 1, '2026-02-27', NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '�5', '-infinity', '0001-01-06', -2147483648, '0001-01-03', NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '�5', '-infinity', NULL, 1, '0001-01-02', NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '�7', 'infinity', 'infinity', 0, NULL, 2, 1000000000000000000, 1000000000, true, 1, false);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '�7', '2026-03-05', '2026-03-05', 2147483647, NULL, NULL, NULL, NULL, NULL, 1, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '😀0', '2026-02-25', '2026-02-27', 1, NULL, NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '😀0', '2026-03-02', NULL, 0, NULL, 1, NULL, 1, true, 0, true);
INSERT INTO public."CreditQuotas" VALUES (3, 'msp', '😀0', '2026-03-05', '2026-03-08', 1, NULL, 1, NULL, 1, true, 0, true);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '😀2', 'infinity', NULL, 0, NULL, 2, NULL, NULL, false, 0, true);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', '😀2', '2026-02-26', '2026-02-27', 2147483647, '2026-02-28', NULL, NULL, NULL, NULL, 1000000000000000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '😀4', 'infinity', 'infinity', -2147483648, 'infinity', NULL, NULL, NULL, NULL, 0, true);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', '😀6', '2026-03-02', NULL, 2147483647, NULL, NULL, NULL, NULL, NULL, 0, true);

INSERT INTO public."CustomerContacts" VALUES (1, 'msp', '�3', '‮', NULL, NULL, 15, false);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', '�3', '*', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1@x.example', '777777777777777777777777777777', 5, true);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', '�5', '𝒳', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0@x.example', '777777777777777777777777777777', 3, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', '�7', '*Zİ', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0@x.example', '777777777777777777777777777777', 4, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', '😀0', '%́A', NULL, NULL, 0, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', '😀6', 'Z"a\', NULL, NULL, 13, false);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', '😀6', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1@x.example', '777777777777777777777777777777', 14, true);

INSERT INTO public."CustomerReferences" VALUES ('crm', '中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中1', 'msp', '�1');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'b1', 'msp', '�1');
INSERT INTO public."CustomerReferences" VALUES ('crm', '中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中3', 'msp', '�3');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'b3', 'msp', '�3');
INSERT INTO public."CustomerReferences" VALUES ('crm', '中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中7', 'msp', '�7');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'b7', 'msp', '�7');
INSERT INTO public."CustomerReferences" VALUES ('crm', '中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中4', 'msp', '😀4');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'b4', 'msp', '😀4');

INSERT INTO public."CustomerStorageRegions" VALUES ('ap-south-1', 'msp', '�5');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', '�5');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', '�7');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', '😀0');
INSERT INTO public."CustomerStorageRegions" VALUES ('us-east-1', 'msp', '😀0');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', '😀4');
INSERT INTO public."CustomerStorageRegions" VALUES ('us-east-1', 'msp', '😀4');

INSERT INTO public."Customers" VALUES ('�1', 'msp', '𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳', '😀b1', 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé', '+49 421 555 0100', '𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳', '😀B1', '𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳
😀B1', 'America/Argentina/ComodRivadavia', NULL, 'Commercial', NULL, '2026-03-03', NULL, '2026-03-03', 'Other', '2026-03-01', '2026-05-30', NULL, 3, 0, 0, 4);
INSERT INTO public."Customers" VALUES ('�3', 'msp', 'שּׁ', '"3', 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé', '+49 421 555 0100', 'שּׁ', '"3', 'שּׁ
"3', 'America/Argentina/ComodRivadavia', 'Gold', 'Sandbox', '2026-02-27', '2026-02-26', NULL, NULL, NULL, '2026-03-01', '2026-05-30', NULL, 2, 2, 2, 2);
INSERT INTO public."Customers" VALUES ('�5', 'msp', '‮', 'İ5', NULL, NULL, '‮', 'İ5', '‮
İ5', NULL, 'silver😀', 'Evaluation', '2026-03-03', '-infinity', '0001-01-30', '-infinity', 'Other', NULL, NULL, NULL, 2, 2, 1, 2);
INSERT INTO public."Customers" VALUES ('�7', 'msp', 'é', '"ßשּׁİ7', 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé', '+49 421 555 0100', 'É', '"ßשּׁİ7', 'É
"ßשּׁİ7', 'America/Argentina/ComodRivadavia', 'gold', 'Evaluation', '2026-03-04', 'infinity', 'infinity', NULL, NULL, '2026-03-01', '2026-05-30', NULL, 2, 2, 1, 3);
INSERT INTO public."Customers" VALUES ('😀0', 'msp', 'a', '*_é0', NULL, NULL, 'A', '*_É0', 'A
*_É0', 'America/Argentina/ComodRivadavia', 'gold', 'Sandbox', '2026-03-03', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 3, 0, 1, 3);
INSERT INTO public."Customers" VALUES ('😀2', 'msp', '😀', '‮‮%ß2', NULL, NULL, '😀', '‮‮%ß2', '😀
‮‮%ß2', NULL, 'silver😀', 'Evaluation', '2026-02-25', '1130-02-11', '1130-03-12', '1130-02-11', 'Other', NULL, NULL, NULL, 2, 0, 0, 3);
INSERT INTO public."Customers" VALUES ('😀4', 'msp', '𝒳‮', 'שּׁ�é4', 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé', '+49 421 555 0100', '𝒳‮', 'שּׁ�É4', '𝒳‮
שּׁ�É4', 'America/Argentina/ComodRivadavia', NULL, 'Commercial', '2026-02-28', '-infinity', NULL, '-infinity', 'Other', '2026-03-01', '2026-05-30', NULL, 1, 0, 0, 3);
INSERT INTO public."Customers" VALUES ('😀6', 'msp', 'אבa*', '́6', NULL, NULL, 'אבA*', '́6', 'אבA*
́6', NULL, 'gold', 'Evaluation', NULL, '2026-03-05', '2026-04-03', '2026-03-05', 'Other', NULL, NULL, NULL, 1, 0, 2, 2);

INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', '�3', '-infinity', 'Week', 1000, '0001-01-06', 1, 0, 1, 1, false, 0, NULL, 1000000000000000000, false);
INSERT INTO public."QuotaSchedules" VALUES (2, 'msp', '�3', '2026-02-28', 'Day', 1000, NULL, 0, -1, NULL, 1, false, 1, 1, 1000000000000000000, false);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', '�5', 'infinity', 'Week', 1000, 'infinity', 0, 0, 1, 1, true, 0, NULL, 0, true);
INSERT INTO public."QuotaSchedules" VALUES (2, 'msp', '�5', 'infinity', 'Year', 1000, 'infinity', 1000000000000000000, -2147483647, 1000000000000000000, NULL, true, 2147483647, 2147483647, 0, true);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', '�7', '2026-03-02', 'Month', 1, '2026-03-08', 1000000000000000000, 0, 1000000000000000000, NULL, true, 0, NULL, 0, true);
INSERT INTO public."QuotaSchedules" VALUES (2, 'msp', '�7', '2026-03-03', 'Year', 1, '2026-03-08', 0, 0, 1000000000000000000, 1, true, 0, NULL, 0, true);

INSERT INTO public."ServicePlanFeatures" VALUES ('😀', 'msp', 'p');
INSERT INTO public."ServicePlanFeatures" VALUES ('ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 'msp', 'p');
INSERT INTO public."ServicePlanFeatures" VALUES ('M365', 'msp', 'p');

INSERT INTO public."ServicePlanRegions" VALUES ('ap-south-1', 'msp', 'p');
INSERT INTO public."ServicePlanRegions" VALUES ('eu-central-1', 'msp', 'p');
INSERT INTO public."ServicePlanRegions" VALUES ('us-east-1', 'msp', 'p');

INSERT INTO public."ServicePlans" VALUES ('p', 'msp', '_', '_', 'Business', true, 1);

INSERT INTO public."UsageEntries" VALUES ('msp', '�1', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�1', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�1', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�1', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '�3', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�3', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�3', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�3', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '�5', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�5', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�5', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�5', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '�7', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�7', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�7', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '�7', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀0', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀0', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀0', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀0', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀2', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀2', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀2', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀2', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀4', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀4', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀4', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀4', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀6', 'key 0', 'Usage', '2026-03-01', '2026-03-01 12:00:00+00', 1, 1, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀6', 'key 1', 'Usage', '2026-03-02', NULL, 1000000000000000000, 2, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀6', 'key 2', 'Reversal', '2026-03-03', NULL, 3, 3, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', '😀6', 'key 3', 'Reservation', '2026-03-04', NULL, 4, 4, '2026-03-01 12:00:00+00', '2026-03-01 12:00:00+00', 1);

INSERT INTO public."__EFMigrationsHistory" VALUES ('20261124161658_Initial', '10.0.15');

ALTER TABLE ONLY public."CreditQuotas"
    ADD CONSTRAINT "PK_CreditQuotas" PRIMARY KEY ("Msp", "CustomerId", "Number");

ALTER TABLE ONLY public."CustomerContacts"
    ADD CONSTRAINT "PK_CustomerContacts" PRIMARY KEY ("Msp", "CustomerId", "Number");

ALTER TABLE ONLY public."CustomerReferences"
    ADD CONSTRAINT "PK_CustomerReferences" PRIMARY KEY ("Msp", "CustomerId", "System", "Id");

ALTER TABLE ONLY public."CustomerStorageRegions"
    ADD CONSTRAINT "PK_CustomerStorageRegions" PRIMARY KEY ("Msp", "CustomerId", "Name");

ALTER TABLE ONLY public."Customers"
    ADD CONSTRAINT "PK_Customers" PRIMARY KEY ("Msp", "Id");

ALTER TABLE ONLY public."QuotaSchedules"
    ADD CONSTRAINT "PK_QuotaSchedules" PRIMARY KEY ("Msp", "CustomerId", "Number");

ALTER TABLE ONLY public."ServicePlanFeatures"
    ADD CONSTRAINT "PK_ServicePlanFeatures" PRIMARY KEY ("Msp", "PlanId", "Name");

ALTER TABLE ONLY public."ServicePlanRegions"
    ADD CONSTRAINT "PK_ServicePlanRegions" PRIMARY KEY ("Msp", "PlanId", "Name");

ALTER TABLE ONLY public."ServicePlans"
    ADD CONSTRAINT "PK_ServicePlans" PRIMARY KEY ("Msp", "Id");

ALTER TABLE ONLY public."UsageEntries"
    ADD CONSTRAINT "PK_UsageEntries" PRIMARY KEY ("Msp", "CustomerId", "Key", "Kind");

ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");

CREATE INDEX "IX_CreditQuotas_EffectiveDate_EndDate" ON public."CreditQuotas" USING btree ("EffectiveDate", "EndDate");

CREATE INDEX "IX_CreditQuotas_EndDate" ON public."CreditQuotas" USING btree ("EndDate");

CREATE UNIQUE INDEX "IX_CustomerReferences_Msp_System_Id" ON public."CustomerReferences" USING btree ("Msp", "System", "Id");

CREATE INDEX "IX_CustomerStorageRegions_Name" ON public."CustomerStorageRegions" USING btree ("Name");

CREATE INDEX "IX_Customers_Msp_AccountKey_Id" ON public."Customers" USING btree ("Msp", "AccountKey", "Id");

CREATE INDEX "IX_Customers_Msp_LicenseExpiryDate" ON public."Customers" USING btree ("Msp", "LicenseExpiryDate");

CREATE UNIQUE INDEX "IX_Customers_Msp_OrganizationKey" ON public."Customers" USING btree ("Msp", "OrganizationKey");

CREATE INDEX "IX_Customers_Msp_RegisteredOn_Id" ON public."Customers" USING btree ("Msp", "RegisteredOn", "Id");

CREATE INDEX "IX_Customers_Msp_ServicePlan" ON public."Customers" USING btree ("Msp", "ServicePlan");

CREATE INDEX "IX_ServicePlans_Msp_NameKey" ON public."ServicePlans" USING btree ("Msp", "NameKey");

CREATE INDEX "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros" ON public."UsageEntries" USING btree ("Msp", "CustomerId", "Date", "Kind", "CreditMicros");

CREATE UNIQUE INDEX "IX_UsageEntries_Msp_CustomerId_Turn" ON public."UsageEntries" USING btree ("Msp", "CustomerId", "Turn");

ALTER TABLE ONLY public."CreditQuotas"
    ADD CONSTRAINT "FK_CreditQuotas_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."CustomerContacts"
    ADD CONSTRAINT "FK_CustomerContacts_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."CustomerReferences"
    ADD CONSTRAINT "FK_CustomerReferences_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."CustomerStorageRegions"
    ADD CONSTRAINT "FK_CustomerStorageRegions_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."QuotaSchedules"
    ADD CONSTRAINT "FK_QuotaSchedules_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."ServicePlanFeatures"
    ADD CONSTRAINT "FK_ServicePlanFeatures_ServicePlans_Msp_PlanId" FOREIGN KEY ("Msp", "PlanId") REFERENCES public."ServicePlans"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."ServicePlanRegions"
    ADD CONSTRAINT "FK_ServicePlanRegions_ServicePlans_Msp_PlanId" FOREIGN KEY ("Msp", "PlanId") REFERENCES public."ServicePlans"("Msp", "Id") ON DELETE CASCADE;

ALTER TABLE ONLY public."UsageEntries"
    ADD CONSTRAINT "FK_UsageEntries_Customers_Msp_CustomerId" FOREIGN KEY ("Msp", "CustomerId") REFERENCES public."Customers"("Msp", "Id") ON DELETE CASCADE;
