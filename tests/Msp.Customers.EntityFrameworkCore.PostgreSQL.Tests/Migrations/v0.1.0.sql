CREATE TABLE public."ChangeLog" (
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Id" uuid NOT NULL,
    "Subject" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "SubjectId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Version" bigint NOT NULL,
    "Kind" character varying(64) NOT NULL COLLATE pg_catalog."C",
    "At" timestamp with time zone NOT NULL,
    "By" character varying(128) COLLATE pg_catalog."C",
    "Reason" character varying(1024) COLLATE pg_catalog."C",
    "Members" text NOT NULL COLLATE pg_catalog."C",
    "IsDelivered" boolean NOT NULL,
    CONSTRAINT "CK_ChangeLog_Kind" CHECK ((("Kind")::text = ANY ((ARRAY['Added'::character varying, 'Changed'::character varying, 'Deleted'::character varying])::text[]))),
    CONSTRAINT "CK_ChangeLog_Subject" CHECK ((("Subject")::text = ANY ((ARRAY['Customer'::character varying, 'ServicePlan'::character varying])::text[])))
);
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
    "IsUnlimited" boolean NOT NULL,
    CONSTRAINT "CK_CreditQuotas_CarryOverFrom" CHECK (("CarryOverFrom" >= 1)),
    CONSTRAINT "CK_CreditQuotas_CarryOverMaxMicros" CHECK ((("CarryOverMaxMicros" >= 1) AND ("CarryOverMaxMicros" <= '1000000000000000000'::bigint))),
    CONSTRAINT "CK_CreditQuotas_CarryOverMaxPercentMillionths" CHECK ((("CarryOverMaxPercentMillionths" >= 1) AND ("CarryOverMaxPercentMillionths" <= 1000000000))),
    CONSTRAINT "CK_CreditQuotas_CreditMicros" CHECK ((((("IsUnlimited")::integer = 1) AND ("CreditMicros" = 0)) OR ((("IsUnlimited")::integer = 0) AND (("CreditMicros" >= 1) AND ("CreditMicros" <= '1000000000000000000'::bigint))))),
    CONSTRAINT "CK_CreditQuotas_EndDate_EffectiveDate" CHECK (("EndDate" >= "EffectiveDate")),
    CONSTRAINT "CK_CreditQuotas_Number" CHECK (("Number" >= 1))
);
CREATE TABLE public."CustomerContacts" (
    "Number" integer NOT NULL,
    "Msp" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "CustomerId" character varying(128) NOT NULL COLLATE pg_catalog."C",
    "Name" character varying(256) NOT NULL COLLATE pg_catalog."C",
    "Email" character varying(254) COLLATE pg_catalog."C",
    "PhoneNumber" character varying(30) COLLATE pg_catalog."C",
    "Roles" integer NOT NULL,
    "IsPrimary" boolean NOT NULL,
    CONSTRAINT "CK_CustomerContacts_Number" CHECK (("Number" >= 1)),
    CONSTRAINT "CK_CustomerContacts_Roles" CHECK ((("Roles" >= 0) AND ("Roles" <= 15)))
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
    "Version" bigint NOT NULL,
    CONSTRAINT "CK_Customers_ClosedOn" CHECK (((("ClosedOn" IS NULL) AND ("RetentionDate" IS NULL)) OR (("ClosedOn" IS NOT NULL) AND ("RetentionDate" IS NOT NULL)))),
    CONSTRAINT "CK_Customers_EvaluationEndDate" CHECK (((("EvaluationEndDate" IS NOT NULL) AND (("TenantType")::text = 'Evaluation'::text)) OR (("EvaluationEndDate" IS NULL) AND (("TenantType")::text <> 'Evaluation'::text)))),
    CONSTRAINT "CK_Customers_EvaluationEndDate_RegisteredOn" CHECK (("EvaluationEndDate" >= "RegisteredOn")),
    CONSTRAINT "CK_Customers_LastContactNumber" CHECK (("LastContactNumber" >= 0)),
    CONSTRAINT "CK_Customers_LastQuotaNumber" CHECK (("LastQuotaNumber" >= 0)),
    CONSTRAINT "CK_Customers_LastScheduleNumber" CHECK (("LastScheduleNumber" >= 0)),
    CONSTRAINT "CK_Customers_RetentionDate_ClosedOn" CHECK (("RetentionDate" >= "ClosedOn")),
    CONSTRAINT "CK_Customers_SuspendedOn" CHECK (((("SuspendedOn" IS NULL) AND ("SuspensionReason" IS NULL)) OR (("SuspendedOn" IS NOT NULL) AND ("SuspensionReason" IS NOT NULL)))),
    CONSTRAINT "CK_Customers_SuspensionReason" CHECK ((("SuspensionReason")::text = ANY ((ARRAY['Other'::character varying, 'NonPayment'::character varying, 'Fraud'::character varying, 'CustomerRequest'::character varying])::text[]))),
    CONSTRAINT "CK_Customers_TenantType" CHECK ((("TenantType")::text = ANY ((ARRAY['Evaluation'::character varying, 'Commercial'::character varying, 'Sandbox'::character varying])::text[])))
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
    "IsUnlimited" boolean NOT NULL,
    CONSTRAINT "CK_QuotaSchedules_CarryOverMaxMicros" CHECK ((("CarryOverMaxMicros" >= 1) AND ("CarryOverMaxMicros" <= '1000000000000000000'::bigint))),
    CONSTRAINT "CK_QuotaSchedules_CarryOverMaxPercentMillionths" CHECK ((("CarryOverMaxPercentMillionths" >= 1) AND ("CarryOverMaxPercentMillionths" <= 1000000000))),
    CONSTRAINT "CK_QuotaSchedules_CreditMicros" CHECK ((((("IsUnlimited")::integer = 1) AND ("CreditMicros" = 0)) OR ((("IsUnlimited")::integer = 0) AND (("CreditMicros" >= 1) AND ("CreditMicros" <= '1000000000000000000'::bigint))))),
    CONSTRAINT "CK_QuotaSchedules_Every" CHECK ((("Every" >= 1) AND ("Every" <= 1000))),
    CONSTRAINT "CK_QuotaSchedules_IncrementMicros" CHECK ((("IncrementMicros" >= 0) AND ("IncrementMicros" <= '1000000000000000000'::bigint))),
    CONSTRAINT "CK_QuotaSchedules_NextOccurrence" CHECK (("NextOccurrence" >= 0)),
    CONSTRAINT "CK_QuotaSchedules_Number" CHECK (("Number" >= 1)),
    CONSTRAINT "CK_QuotaSchedules_Unit" CHECK ((("Unit")::text = ANY ((ARRAY['Day'::character varying, 'Week'::character varying, 'Month'::character varying, 'Quarter'::character varying, 'HalfYear'::character varying, 'Year'::character varying])::text[]))),
    CONSTRAINT "CK_QuotaSchedules_Until_Anchor" CHECK (("Until" >= "Anchor"))
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
    "Version" bigint NOT NULL,
    CONSTRAINT "CK_ServicePlans_Edition" CHECK ((("Edition")::text = ANY ((ARRAY['Business'::character varying, 'Enterprise'::character varying, 'Elite'::character varying])::text[])))
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
    "Sequence" bigint,
    CONSTRAINT "CK_UsageEntries_CreditMicros" CHECK ((("CreditMicros" >= 0) AND ("CreditMicros" <= '1000000000000000000'::bigint))),
    CONSTRAINT "CK_UsageEntries_HeldUntil" CHECK (((("HeldUntil" IS NOT NULL) AND (("Kind")::text = 'Reservation'::text)) OR (("HeldUntil" IS NULL) AND (("Kind")::text <> 'Reservation'::text)))),
    CONSTRAINT "CK_UsageEntries_Kind" CHECK ((("Kind")::text = ANY ((ARRAY['Usage'::character varying, 'Reversal'::character varying, 'Reservation'::character varying])::text[]))),
    CONSTRAINT "CK_UsageEntries_RequestedMicros" CHECK ((("RequestedMicros" >= 0) AND ("RequestedMicros" <= '1000000000000000000'::bigint))),
    CONSTRAINT "CK_UsageEntries_Sequence" CHECK (("Sequence" >= 1))
);
CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
INSERT INTO public."ChangeLog" VALUES ('msp', '2482ac55-8710-4245-b204-5136df669501', 'ServicePlan', 'gold', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AllowedRegions","Old":null,"New":"eu-central-1"},{"Path":"Edition","Old":null,"New":"Enterprise"},{"Path":"Features","Old":null,"New":"Enterprise Workloads"},{"Path":"IsRetired","Old":null,"New":"False"},{"Path":"Name","Old":null,"New":"Gold"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '46e2b512-8cb6-422a-9055-b94a840aa249', 'ServicePlan', 'gold2', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"Edition","Old":null,"New":"Enterprise"},{"Path":"Features","Old":null,"New":"Enterprise Workloads"},{"Path":"IsRetired","Old":null,"New":"False"},{"Path":"Name","Old":null,"New":"\uFF27old"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'd086e4ba-ee16-4d9c-9e14-cff475513310', 'ServicePlan', 'silver', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"Edition","Old":null,"New":"Enterprise"},{"Path":"Features","Old":null,"New":"Enterprise Workloads"},{"Path":"IsRetired","Old":null,"New":"False"},{"Path":"Name","Old":null,"New":"Sil\u200Bver"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'e74a6170-dc7e-4864-bc73-7be9c11517f7', 'Customer', 'c00', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Northwind"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Northwind"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r0"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"Schedules[1].Anchor","Old":null,"New":"2026-04-01"},{"Path":"Schedules[1].CarryOver.Compounds","Old":null,"New":"False"},{"Path":"Schedules[1].CarryOver.MaxPercent","Old":null,"New":"50"},{"Path":"Schedules[1].Credits","Old":null,"New":"100"},{"Path":"Schedules[1].Every","Old":null,"New":"1"},{"Path":"Schedules[1].Increment","Old":null,"New":"0"},{"Path":"Schedules[1].NextOccurrence","Old":null,"New":"0"},{"Path":"Schedules[1].Priority","Old":null,"New":"0"},{"Path":"Schedules[1].Unit","Old":null,"New":"Month"},{"Path":"ServicePlan","Old":null,"New":"gold"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '94ddca17-8f8c-4708-8b22-78e8867da8e2', 'Customer', 'c01', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"North\u200Bwind"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"North\u200Bwind"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r1"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '03158a80-7e7e-4e06-b58d-15e66b5c62e0', 'Customer', 'c02', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\uFF2Eorthwind"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\uFF2Eorthwind"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r2"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'e5d97d52-688a-4033-9a01-8601d644b782', 'Customer', 'c03', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Stra\u00DFe GmbH"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Stra\u00DFe GmbH"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r3"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"ServicePlan","Old":null,"New":"gold"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'bb6d9867-26f6-4d94-931d-c46a5bdc4b89', 'Customer', 'c13', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Fabrikam"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Fabrikam"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r13"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'a7920da9-1437-4342-b37a-3d74100c2759', 'Customer', 'c04', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"STRASSE GmbH"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"STRASSE GmbH"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r4"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"Schedules[1].Anchor","Old":null,"New":"2026-04-01"},{"Path":"Schedules[1].CarryOver.Compounds","Old":null,"New":"False"},{"Path":"Schedules[1].CarryOver.MaxPercent","Old":null,"New":"50"},{"Path":"Schedules[1].Credits","Old":null,"New":"100"},{"Path":"Schedules[1].Every","Old":null,"New":"1"},{"Path":"Schedules[1].Increment","Old":null,"New":"0"},{"Path":"Schedules[1].NextOccurrence","Old":null,"New":"0"},{"Path":"Schedules[1].Priority","Old":null,"New":"0"},{"Path":"Schedules[1].Unit","Old":null,"New":"Month"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'bbe25b91-57fe-4555-a45a-3d3f2ff7cb64', 'Customer', 'c05', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\uFB01nanz"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"EvaluationEndDate","Old":null,"New":"2026-03-30"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\uFB01nanz"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r5"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Evaluation"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '5d031d1e-5810-479a-9c9d-a44e4c8813dd', 'Customer', 'c06', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Finanz"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Finanz"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r6"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"ServicePlan","Old":null,"New":"gold"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Sandbox"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'f8049096-ba7c-4cd1-81c5-5bc7f2ee357f', 'Customer', 'c07', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\u5317\u4EAC"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\u5317\u4EAC"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r7"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '0a828e47-93dd-4c70-ac5c-98132993aea2', 'Customer', 'c01', 2, 'Changed', '2026-03-01 12:00:00+00', 'u-2', NULL, '[{"Path":"Quotas[2].CarryOver.Compounds","Old":null,"New":"False"},{"Path":"Quotas[2].CarryOver.From","Old":null,"New":"1"},{"Path":"Quotas[2].Credits","Old":null,"New":"100"},{"Path":"Quotas[2].EffectiveDate","Old":null,"New":"2026-04-01"},{"Path":"Quotas[2].EndDate","Old":null,"New":"2026-04-30"},{"Path":"Quotas[2].Priority","Old":null,"New":"0"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '4abf72a1-be55-43f4-86cb-30cf4e10188c', 'Customer', 'c07', 2, 'Changed', '2026-03-01 12:00:00+00', 'u-2', NULL, '[{"Path":"SuspendedOn","Old":null,"New":"2026-03-01"},{"Path":"SuspensionReason","Old":null,"New":"Other"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'd73ddd67-a725-48fc-8756-61671e579775', 'Customer', 'c11', 2, 'Changed', '2026-03-01 12:00:00+00', 'u-2', NULL, '[{"Path":"ClosedOn","Old":null,"New":"2026-03-01"},{"Path":"RetentionDate","Old":null,"New":"2026-05-30"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '8375fa36-7d33-4a65-8591-d2f313c141fa', 'Customer', 'c13', 2, 'Changed', '2026-03-01 12:00:00+00', 'u-2', NULL, '[{"Path":"Quotas[1].VoidedFrom","Old":null,"New":"2026-03-20"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '4d54b24c-c918-4c15-8f12-72caf304669c', 'Customer', 'c08', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\u5317\u200B\u4EAC"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\u5317\u200B\u4EAC"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r8"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"Schedules[1].Anchor","Old":null,"New":"2026-04-01"},{"Path":"Schedules[1].CarryOver.Compounds","Old":null,"New":"False"},{"Path":"Schedules[1].CarryOver.MaxPercent","Old":null,"New":"50"},{"Path":"Schedules[1].Credits","Old":null,"New":"100"},{"Path":"Schedules[1].Every","Old":null,"New":"1"},{"Path":"Schedules[1].Increment","Old":null,"New":"0"},{"Path":"Schedules[1].NextOccurrence","Old":null,"New":"0"},{"Path":"Schedules[1].Priority","Old":null,"New":"0"},{"Path":"Schedules[1].Unit","Old":null,"New":"Month"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '8c77208e-e9c2-4ea0-845f-bfebd9610e1e', 'Customer', 'c09', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\u3164"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\u3164"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r9"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"ServicePlan","Old":null,"New":"gold"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', '63dc3622-7814-47d5-8d05-e858b819af51', 'Customer', 'c10', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Contoso Caf\u00E9"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Contoso Caf\u00E9"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r10"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'fa0d9f0a-dfde-4c71-a3b5-5076f0702bf2', 'Customer', 'c11', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"Soft\u00ADhyphen"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"Soft\u00ADhyphen"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:r11"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('msp', 'cfaa684d-1805-477d-9eb5-e86728e97bc0', 'Customer', 'c​12', 1, 'Added', '2026-03-01 12:00:00+00', 'u-1', 'first', '[{"Path":"AccountName","Old":null,"New":"\u202ELitware\u202C"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"\u202ELitware\u202C"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:47\u200B11"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"Schedules[1].Anchor","Old":null,"New":"2026-04-01"},{"Path":"Schedules[1].CarryOver.Compounds","Old":null,"New":"False"},{"Path":"Schedules[1].CarryOver.MaxPercent","Old":null,"New":"50"},{"Path":"Schedules[1].Credits","Old":null,"New":"100"},{"Path":"Schedules[1].Every","Old":null,"New":"1"},{"Path":"Schedules[1].Increment","Old":null,"New":"0"},{"Path":"Schedules[1].NextOccurrence","Old":null,"New":"0"},{"Path":"Schedules[1].Priority","Old":null,"New":"0"},{"Path":"Schedules[1].Unit","Old":null,"New":"Month"},{"Path":"ServicePlan","Old":null,"New":"gold"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Commercial"}]', false);
INSERT INTO public."ChangeLog" VALUES ('acme', '240a1d3e-986c-4c2a-9f60-4f85c937d5a0', 'Customer', 'c01', 1, 'Added', '2026-03-01 12:00:00+00', NULL, NULL, '[{"Path":"AccountName","Old":null,"New":"NORTHWIND"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"EvaluationEndDate","Old":null,"New":"2026-03-30"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"NORTHWIND"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:b"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Evaluation"}]', false);
INSERT INTO public."ChangeLog" VALUES ('acme', '2f0d5d9a-08e2-4aca-831a-f0521d617ef9', 'Customer', 'c00', 1, 'Added', '2026-03-01 12:00:00+00', NULL, NULL, '[{"Path":"AccountName","Old":null,"New":"North\u00ADwind"},{"Path":"Address","Old":null,"New":"1 Harbour Road\nBremen"},{"Path":"Contacts[1].Email","Old":null,"New":"Ada@customer.example"},{"Path":"Contacts[1].IsPrimary","Old":null,"New":"True"},{"Path":"Contacts[1].Name","Old":null,"New":"Ada Example"},{"Path":"Contacts[1].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[1].Roles","Old":null,"New":"Billing"},{"Path":"Contacts[2].Email","Old":null,"New":"Grace@customer.example"},{"Path":"Contacts[2].IsPrimary","Old":null,"New":"False"},{"Path":"Contacts[2].Name","Old":null,"New":"Grace Example"},{"Path":"Contacts[2].PhoneNumber","Old":null,"New":"\u002B49 421 555 0101"},{"Path":"Contacts[2].Roles","Old":null,"New":"Technical"},{"Path":"EvaluationEndDate","Old":null,"New":"2026-03-30"},{"Path":"LicenseExpiryDate","Old":null,"New":"2027-02-28"},{"Path":"OrganizationName","Old":null,"New":"North\u00ADwind"},{"Path":"PhoneNumber","Old":null,"New":"\u002B49 421 555 0100"},{"Path":"Quotas[1].Credits","Old":null,"New":"100"},{"Path":"Quotas[1].EffectiveDate","Old":null,"New":"2026-03-01"},{"Path":"Quotas[1].EndDate","Old":null,"New":"2026-03-30"},{"Path":"Quotas[1].Priority","Old":null,"New":"0"},{"Path":"References","Old":null,"New":"psa:a"},{"Path":"RegisteredOn","Old":null,"New":"2026-03-01"},{"Path":"StorageRegions","Old":null,"New":"eu-central-1"},{"Path":"TenantType","Old":null,"New":"Evaluation"}]', false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c00', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c01', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c02', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c03', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c04', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c05', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c06', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c07', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c08', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c09', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c10', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c11', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c​12', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (2, 'msp', 'c01', '2026-04-01', '2026-04-30', 0, NULL, 1, NULL, NULL, false, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'msp', 'c13', '2026-03-01', '2026-03-30', 0, '2026-03-20', NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'acme', 'c00', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CreditQuotas" VALUES (1, 'acme', 'c01', '2026-03-01', '2026-03-30', 0, NULL, NULL, NULL, NULL, NULL, 100000000, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c00', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c00', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c01', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c01', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c02', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c02', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c03', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c03', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c04', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c04', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c05', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c05', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c06', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c06', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c07', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c07', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c08', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c08', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c09', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c09', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c10', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c10', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c11', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c11', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c​12', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c​12', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'msp', 'c13', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'msp', 'c13', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'acme', 'c00', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'acme', 'c00', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerContacts" VALUES (1, 'acme', 'c01', 'Ada Example', 'Ada@customer.example', '+49 421 555 0101', 1, true);
INSERT INTO public."CustomerContacts" VALUES (2, 'acme', 'c01', 'Grace Example', 'Grace@customer.example', '+49 421 555 0101', 2, false);
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r0', 'msp', 'c00');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r1', 'msp', 'c01');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r2', 'msp', 'c02');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r3', 'msp', 'c03');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r4', 'msp', 'c04');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r5', 'msp', 'c05');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r6', 'msp', 'c06');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r7', 'msp', 'c07');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r8', 'msp', 'c08');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r9', 'msp', 'c09');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r10', 'msp', 'c10');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r11', 'msp', 'c11');
INSERT INTO public."CustomerReferences" VALUES ('psa', '47​11', 'msp', 'c​12');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'r13', 'msp', 'c13');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'a', 'acme', 'c00');
INSERT INTO public."CustomerReferences" VALUES ('psa', 'b', 'acme', 'c01');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c00');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c01');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c02');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c03');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c04');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c05');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c06');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c07');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c08');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c09');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c10');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c11');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c​12');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'msp', 'c13');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'acme', 'c00');
INSERT INTO public."CustomerStorageRegions" VALUES ('eu-central-1', 'acme', 'c01');
INSERT INTO public."Customers" VALUES ('c00', 'msp', 'Northwind', 'Northwind', '1 Harbour Road
Bremen', '+49 421 555 0100', 'NORTHWIND', 'NORTHWIND', 'NORTHWIND
NORTHWIND', NULL, 'gold', 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 2, 1);
INSERT INTO public."Customers" VALUES ('c02', 'msp', 'Ｎorthwind', 'Ｎorthwind', '1 Harbour Road
Bremen', '+49 421 555 0100', 'ＮORTHWIND', 'ＮORTHWIND', 'ＮORTHWIND
ＮORTHWIND', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c03', 'msp', 'Straße GmbH', 'Straße GmbH', '1 Harbour Road
Bremen', '+49 421 555 0100', 'STRAßE GMBH', 'STRAßE GMBH', 'STRAßE GMBH
STRAßE GMBH', NULL, 'gold', 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c04', 'msp', 'STRASSE GmbH', 'STRASSE GmbH', '1 Harbour Road
Bremen', '+49 421 555 0100', 'STRASSE GMBH', 'STRASSE GMBH', 'STRASSE GMBH
STRASSE GMBH', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 2, 1);
INSERT INTO public."Customers" VALUES ('c05', 'msp', 'ﬁnanz', 'ﬁnanz', '1 Harbour Road
Bremen', '+49 421 555 0100', 'ﬁNANZ', 'ﬁNANZ', 'ﬁNANZ
ﬁNANZ', NULL, NULL, 'Evaluation', '2027-02-28', '2026-03-01', '2026-03-30', NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c06', 'msp', 'Finanz', 'Finanz', '1 Harbour Road
Bremen', '+49 421 555 0100', 'FINANZ', 'FINANZ', 'FINANZ
FINANZ', NULL, 'gold', 'Sandbox', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c08', 'msp', '北​京', '北​京', '1 Harbour Road
Bremen', '+49 421 555 0100', '北​京', '北​京', '北​京
北​京', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 2, 1);
INSERT INTO public."Customers" VALUES ('c09', 'msp', 'ㅤ', 'ㅤ', '1 Harbour Road
Bremen', '+49 421 555 0100', 'ㅤ', 'ㅤ', 'ㅤ
ㅤ', NULL, 'gold', 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c10', 'msp', 'Contoso Café', 'Contoso Café', '1 Harbour Road
Bremen', '+49 421 555 0100', 'CONTOSO CAFÉ', 'CONTOSO CAFÉ', 'CONTOSO CAFÉ
CONTOSO CAFÉ', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c​12', 'msp', '‮Litware‬', '‮Litware‬', '1 Harbour Road
Bremen', '+49 421 555 0100', '‮LITWARE‬', '‮LITWARE‬', '‮LITWARE‬
‮LITWARE‬', NULL, 'gold', 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 2, 1);
INSERT INTO public."Customers" VALUES ('c01', 'msp', 'North​wind', 'North​wind', '1 Harbour Road
Bremen', '+49 421 555 0100', 'NORTH​WIND', 'NORTH​WIND', 'NORTH​WIND
NORTH​WIND', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 2, 0, 2, 2);
INSERT INTO public."Customers" VALUES ('c07', 'msp', '北京', '北京', '1 Harbour Road
Bremen', '+49 421 555 0100', '北京', '北京', '北京
北京', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, '2026-03-01', 'Other', NULL, NULL, NULL, 1, 0, 2, 2);
INSERT INTO public."Customers" VALUES ('c11', 'msp', 'Soft­hyphen', 'Soft­hyphen', '1 Harbour Road
Bremen', '+49 421 555 0100', 'SOFT­HYPHEN', 'SOFT­HYPHEN', 'SOFT­HYPHEN
SOFT­HYPHEN', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, '2026-03-01', '2026-05-30', NULL, 1, 0, 2, 2);
INSERT INTO public."Customers" VALUES ('c13', 'msp', 'Fabrikam', 'Fabrikam', '1 Harbour Road
Bremen', '+49 421 555 0100', 'FABRIKAM', 'FABRIKAM', 'FABRIKAM
FABRIKAM', NULL, NULL, 'Commercial', '2027-02-28', '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 2);
INSERT INTO public."Customers" VALUES ('c00', 'acme', 'North­wind', 'North­wind', '1 Harbour Road
Bremen', '+49 421 555 0100', 'NORTH­WIND', 'NORTH­WIND', 'NORTH­WIND
NORTH­WIND', NULL, NULL, 'Evaluation', '2027-02-28', '2026-03-01', '2026-03-30', NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."Customers" VALUES ('c01', 'acme', 'NORTHWIND', 'NORTHWIND', '1 Harbour Road
Bremen', '+49 421 555 0100', 'NORTHWIND', 'NORTHWIND', 'NORTHWIND
NORTHWIND', NULL, NULL, 'Evaluation', '2027-02-28', '2026-03-01', '2026-03-30', NULL, NULL, NULL, NULL, NULL, 1, 0, 2, 1);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', 'c00', '2026-04-01', 'Month', 1, NULL, 0, 0, NULL, 50000000, false, 0, NULL, 100000000, false);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', 'c04', '2026-04-01', 'Month', 1, NULL, 0, 0, NULL, 50000000, false, 0, NULL, 100000000, false);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', 'c08', '2026-04-01', 'Month', 1, NULL, 0, 0, NULL, 50000000, false, 0, NULL, 100000000, false);
INSERT INTO public."QuotaSchedules" VALUES (1, 'msp', 'c​12', '2026-04-01', 'Month', 1, NULL, 0, 0, NULL, 50000000, false, 0, NULL, 100000000, false);
INSERT INTO public."ServicePlanFeatures" VALUES ('Enterprise Workloads', 'msp', 'gold');
INSERT INTO public."ServicePlanFeatures" VALUES ('Enterprise Workloads', 'msp', 'gold2');
INSERT INTO public."ServicePlanFeatures" VALUES ('Enterprise Workloads', 'msp', 'silver');
INSERT INTO public."ServicePlanRegions" VALUES ('eu-central-1', 'msp', 'gold');
INSERT INTO public."ServicePlans" VALUES ('gold', 'msp', 'Gold', 'GOLD', 'Enterprise', false, 1);
INSERT INTO public."ServicePlans" VALUES ('gold2', 'msp', 'Ｇold', 'ＧOLD', 'Enterprise', false, 1);
INSERT INTO public."ServicePlans" VALUES ('silver', 'msp', 'Sil​ver', 'SIL​VER', 'Enterprise', false, 1);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c01', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c01', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c01', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c02', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c02', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c02', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c03', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c03', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c03', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c04', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c04', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c04', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c05', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c05', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c05', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c06', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c06', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c06', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c07', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c07', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c07', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c08', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c08', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c08', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c09', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c09', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c09', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c10', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c10', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c10', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c11', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c11', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c11', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c13', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c13', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c13', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c​12', 'k-1', 'Usage', '2026-03-01', NULL, 12500000, 12500000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c​12', 'k-2', 'Usage', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c​12', 'k​-3', 'Usage', '2026-03-02', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'k-2', 'Reversal', '2026-02-27', NULL, 1000000, 1000000, '2026-03-01 12:00:00+00', NULL, NULL);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'h-1', 'Reservation', '2026-03-01', NULL, 5000000, 5000000, '2026-03-01 12:00:00+00', '2026-03-01 13:00:00+00', 1);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'h-2', 'Reservation', '2026-03-01', NULL, 6000000, 6000000, '2026-03-01 12:00:00+00', '2026-03-01 13:00:00+00', 2);
INSERT INTO public."UsageEntries" VALUES ('msp', 'c00', 'h-2', 'Usage', '2026-03-01', NULL, 4000000, 4000000, '2026-03-01 12:00:00+00', NULL, 3);
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261124161658_Initial', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261124161914_ChangeLogAndChecks', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261125024603_SubjectIdAndSequence', '10.0.15');
ALTER TABLE ONLY public."ChangeLog"
    ADD CONSTRAINT "PK_ChangeLog" PRIMARY KEY ("Msp", "Id");
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
CREATE INDEX "IX_ChangeLog_Msp_IsDelivered_At_Version" ON public."ChangeLog" USING btree ("Msp", "IsDelivered", "At", "Version");
CREATE INDEX "IX_ChangeLog_Msp_Subject_SubjectId_At_Version" ON public."ChangeLog" USING btree ("Msp", "Subject", "SubjectId", "At", "Version");
CREATE INDEX "IX_CreditQuotas_EffectiveDate_EndDate" ON public."CreditQuotas" USING btree ("EffectiveDate", "EndDate");
CREATE INDEX "IX_CreditQuotas_EndDate" ON public."CreditQuotas" USING btree ("EndDate");
CREATE INDEX "IX_CreditQuotas_VoidedFrom" ON public."CreditQuotas" USING btree ("VoidedFrom");
CREATE UNIQUE INDEX "IX_CustomerReferences_Msp_System_Id" ON public."CustomerReferences" USING btree ("Msp", "System", "Id");
CREATE INDEX "IX_CustomerStorageRegions_Name" ON public."CustomerStorageRegions" USING btree ("Name");
CREATE INDEX "IX_Customers_Msp_AccountKey_Id" ON public."Customers" USING btree ("Msp", "AccountKey", "Id");
CREATE INDEX "IX_Customers_Msp_LicenseExpiryDate" ON public."Customers" USING btree ("Msp", "LicenseExpiryDate");
CREATE UNIQUE INDEX "IX_Customers_Msp_OrganizationKey" ON public."Customers" USING btree ("Msp", "OrganizationKey");
CREATE INDEX "IX_Customers_Msp_RegisteredOn_Id" ON public."Customers" USING btree ("Msp", "RegisteredOn", "Id");
CREATE INDEX "IX_Customers_Msp_ServicePlan" ON public."Customers" USING btree ("Msp", "ServicePlan");
CREATE INDEX "IX_ServicePlans_Msp_NameKey" ON public."ServicePlans" USING btree ("Msp", "NameKey");
CREATE INDEX "IX_UsageEntries_Msp_CustomerId_Date_Kind_CreditMicros" ON public."UsageEntries" USING btree ("Msp", "CustomerId", "Date", "Kind", "CreditMicros");
CREATE UNIQUE INDEX "IX_UsageEntries_Msp_CustomerId_Sequence" ON public."UsageEntries" USING btree ("Msp", "CustomerId", "Sequence");
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
