// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file
// Written by scripts/vocabulary.py.

extension Vocabulary {
    /// Names as the product spells them: members, parameters, values, segments of paths.
    static let nameList = """
        $ $absent $anything $between $contains $each $keys $length $matches $ref $schema $type A AAPTK ABCDEFGH
        ABCDEFGHJKLMNPQRSTUV ABCDEFGHJKLMNPQRSTUVWXYZ ABCFGHJKLPQRSTUXYZ ABS ACCESS ACOS ADMINISTER AI AM AMAZON AMD AMF
        AND ARCGIS_PORTAL ARCGIS_PORTAL_FEDERATION ARCGIS_PORTAL_TOKEN ARCGIS_TOKEN AS ASIN ASP_NET ATAN AVG AZURE
        AZURE_AD Abort Above Abstract Accept AccessConstraints Addr_type Address Address2 Address3 Addresses Adds Admin
        After Airports Algorithm Allow AllowCreate AllowUnmatched Along Altitude AntialiasingMode Any Application Apr
        Arabic ArcGIS ArcGISPro ArcMap ArcObjects ArcObjects11 AreaWeighted Arial ArrayOfLODInfo Aspect Assertion
        AssertionConsumerServiceURL Attachment Attribute AttributeStatement AttributeValue Audience AudienceRestriction
        Aug AuthnInstant AuthnRequest AuthnRequestsSigned AuthnStatement Author Authorization Automatic Azimuth B BEGIN
        BETWEEN BIGINT BM BOTH BOUNDARY BSQ BUILTIN BZ BackwardDiagonal BandIDs BandName BandNames BandProperties
        BandWavelengths Basic Bearer Before Below Bevelled BigDataCatalogServer Bilinear Binding BoundingBox Buffer C CA
        CACHE CASE CAST CDEFGHJKLMNPQRSTUVWX CEILING CHAR CHARACTER CHARACTER_LENGTH CHAR_LENGTH CN COALESCE COMMIT
        COMPLETED COMPUTE_PLATFORM COM_0003 COM_0018 COM_1026 CONCAT CONNECT CONT_0001 CONT_0004 CONT_0005 CONT_0006
        CONT_0036 CONT_0044 CONT_0048 CONT_00481 CONT_0057 CONT_00942 CONT_0295 CONT_0298 COS COUNT CRS CRS84 CSV
        CUME_DIST CUM_DIST CURRENT_DATE CURRENT_ROW CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CUSTOM CacheInfo
        CacheStorageInfo CacheTileFormat Cache_Control Calculate Canada Capability Catalog Category Center
        CentroidAggregate Certificate ChangeTracking Circle City Clip ClippingGeometry ClippingType Cluster Code
        ColorRamp Colormap ColormapName Colorramp ColorrampName Comments Compact CompactV2 Completed CompressionQuality
        Conditions Conflict Contains Context Continue Contributor ConversionParameters ConvexHullAggregate Coordinates
        Count CountResult CountryCode Create Created Creator Credits Cross Crosses Culture Cut Cutter D DATABASE DATE
        DAY DAYS DCPType DD DDM DE DEBUG DECIMAL DEFAULT DELETE DEM DENSE_RANK DISTINCT DMS DMaps DOUBLE DPI Danish
        Dansk Dash DashDot DashDotDot Dashboard Data Dataset Date Dec DefaultValue Delete Deletes Densify Denver
        DerbyPort Description Destination Deutsch DiagonalCross Diamond Difference Directory Disjoint DisplayName
        Distance Distances Document Dot Duplicate Dutch E EDITABLE ELSE EN END EPSG ESCAPE ESRI ESRIGEOMETRYPOINT
        ESRI_ItemInformation ETRS EW EXECUTING EXISTS EXTRACT EX_GeographicBoundingBox Edit Editing Editor Edits
        ElevationServer Empty EncryptedAssertion End English Enterprise EntityDescriptor Envelope EnvelopeAggregate
        EnvelopeIntersects EnvelopeN Error Esri_Anonymous Esri_LivingAtlas Event Everyone Exception Expires Export
        Expression ExtendedData Extension Extensions Extent ExtentCountResult Extract ExtractBand F F32 FALSE
        FEDERATED_SERVER FEDERATED_SERVER_WITH_RESTRICTED_PUBLISHING FEET FIELDS FILESYSTEM FINE FIRST_VALUE FLOAT FLOOR
        FOR FR FROM FULL FULL_MODE Failed False Fast Fault Feature FeatureCollection FeatureInfoResponse FeatureResult
        FeatureServer Features Feb Federation Fees Field Fields Find FindTransformations First Folder Folders Foot
        Forbidden Force Form Format ForwardDiagonal Found France French Fri FullText G GARS GB GCS_WGS_1984 GDB_Items
        GDB_ReplicaLog GDB_ServiceItems GEODESIC GEOGCS GET GIF GISProfessionalAdvUT GISProfessionalBasicUT
        GISProfessionalStdUT GIS_SERVER GMT GPBoolean GPDataFile GPDate GPDouble GPFeatureRecordSetLayer GPLong
        GPRecordSet GPServer GPString GROUP_MODE GWM_0002 GWM_0003 GWM_0005 GWM_0007 Gamma GeneralPurposeServer
        Generalize GeoAnalytics GeoDataServer GeoEnrichmentServer GeoJson GeoRef Geocode GeocodeServer Geodesic
        GeographicCoordinateSystem Geometries Geometry GeometryProperties GeometryRatio GeometryServer German Germany
        Get GetCapabilities GetFeatureInfo GetMap GlobalID GlobeServer GoogleEarth Gray Grayscale GroundOverlay Group
        Groups H HEAD HIGH HOSTING_SERVER HOUR HOURS HR HRS HSTSEnabled HTTP HTTPS HTTP_AND_HTTPS Hillshade Home
        Horizontal Hosted Href IATA ID IDPSSODescriptor II IN INDEX INFO INPUT INT INTEGER INTERVAL IS Icon Id Identify
        Identity Image ImageHosting ImageServer In InProgress InResponseTo IndexIntersects Indoors IndoorsUserUT
        Infinity Informative InfraredBandID InputOnly InputRanges InteriorIntersection Intersect Intersection Intersects
        InvalidCRS InvalidDimensionValue InvalidFormat InvalidPoint InvalidSRS Invitation IssueInstant Issuer Italian
        Italiano Item Items JAVA JKLMNPQR JMXPort JOBREGISTRY JOBS JPG JPGPNG JSON JWT Jan Japanese Jul Jun KM KML
        Kerberos KeyDescriptor KeyInfo Keywords Kilometer KmlServer KnowledgeGraphServer KnowledgeServer L LAG LAST_DAY
        LAST_MONTH LAST_VALUE LAST_WEEK LAST_YEAR LDAP LEAD LEADING LIKE LODInfo LODInfos LOG LOG10 LOWER LRServer
        LatLonBoundingBox LatLonBox LatestWKID Layer LayerNotDefined Layers Left Lengths LevelID LineCoincidence
        LineString LineTouch LinearRing Link Linux Lite Loc_name Location LogoutRequest LogoutResponse LongDash
        LongDashDot LongDashDotDot LongLabel M MAX MESSAGE_BUS METERS MGRS MIN MINS MINUTE MINUTES MISS MISSION
        MOCK_PORTAL_MUTATE MOD MONTH MPT MULTI_MACHINE Map MapServer Mar MaritimeChartService Match_addr Max
        MaxBatchSize MaxHeight MaxPercent MaxWidth May Member Members Meter Method Min MinPercent MinimumCandidateScore
        Mission MissionServer Mitered MobileServer Mon MosaicDataset MultiGeometry MultiLineString MultiPoint
        MultiPolygon Multilayer Multipoint MyEsri N NAD_1983 NAServer NDVI NEWLINE NONE NOPE NOT NS NSEW NTILE NTLM
        NTLMSSP NTLMSSP0 NULL NULLIF NUMERIC NUMERIC_CONSTANT NVARCHAR NaN Name NameID NamingPort NauticalMile
        Nederlands Negotiate Neighborhood NetworkDiagramServer NetworkLink NoData NoDataRanges None Nonsense Northwest
        NotBefore NotOnOrAfter NotebookServer Nothing Nov Null NumberOfStandardDeviations O OAUTH_0015 OBJECTID OFF
        OGCFeatureServer OIDC OK OPTIONS OR ORG_3100 OU OUTPUT ObjectIdsResult Oct Offset OnlineResource OpenEJBPort
        OperationNotSupported Operator Organization Origin OutputValues Overlap Overlaps Owner P PATCH PBF PENDING
        PERCENTILE_CONT PERCENTILE_DISC PERCENT_RANK PM PNG PNG32 POI PORTAL POSITION POST POWER PRECEDING PRECISION
        PT2S PT30S PT5S PT60S PT61M PUBLISH PUT PacketSize ParcelFabricServer Password Pending Picture Pixel Placemark
        Point PointAddress PointN PointTouch Polygon Polygons Polyline Polylines Postal PostalExt PostgreSQL Pragma
        Primary PrivateKeyEntry Professional Project ProjectedCoordinateSystem Protocol ProtocolBinding Provider
        PublicAirports Published Query QueryResult RANGE RANK READ_ONLY REAL REST ROUND ROUND_ROBIN ROWS ROW_NUMBER
        RS256 RSA RSP_NearestNeighbor Range Raster RasterAnalytics Ready Recipient Region Regression Relation
        RelationalCatalogServer RelayState Remap Request RequestAvgResponseTime RequestCount RequestMaxResponseTime
        RequestsFailed RequestsTimedOut Reshape Reshaper Resolution Response Rest ResultID ReverseGeocode Right Role
        Rounded Rounding S S256 SAML SAMLRequest SAMLResponse SB_0005 SDS SEARCH_MODE SEC SECOND SECONDS SECS SECURE
        SELECT SEVERE SHA256withRSA SIGN SIN SMALLINT SPT SQL SRS SSL ST STANDALONE_SERVER STARTED STARTING STDDEV
        STOPPED STOPPING STUVWXYZ SUBSTRING SUM SYNCHRONIZATION_SERVICE SYSTEM Sat Scale Scenario SceneServer
        ScheduleTask SchematicsServer Score SearchServer SelfSignedCertificate Sep Server ServerGens ServerStartTime
        Service Service2Data ServiceActiveInstances ServiceException ServiceExceptionReport Services SessionIndex Shape
        ShapeBuffer Shape__Area Shape__Length Shapefile Sharing ShortDash ShortDashDot ShortDashDotDot ShortDot
        ShortLabel SigAlg SigmoidStrengthLevel Signature Simplify SingleLine SingleLogoutService SingleSignOnService
        Singlelayer Size Slope SlopeType Solid Solution Spanish SpatialReference Square Standby Start Started Statistics
        Status StatusCode StatuteMile Stopped StorageFormat StoryMap Storyteller StreamServer Stretch StretchType
        Stretched Strings Style Subject SubjectConfirmation SubjectConfirmationData Subregion Success Successful Suggest
        SuggestedBatchSize SumValues Summary Sun SymbolServer Sync T TAN TCP TEXT THEN TIFF TIME TIMESTAMP
        TIME_ELAPSED_SINCE_LAST_MODIFIED TLS TO TRACE TRAILING TRIM TRUNCATE TZif Table Tags TaskRunHistoryCount Tasks
        Teradata Text TextAntialiasingMode Thu TileCacheInfo TileCols TileImageInfo TileOrigin TileRows Tilemap
        TilesOnly Time Title Tolerance Topographic TopographicProductionServer Touch Touches TraceNetworkServer
        Transform Transformation Translate Triangle True Tue Type U U8 UNBOUNDED UNION UNKNOWN UPLOADS UPPER URL US USA
        USER_MODE USNG USNauticalMile UTC UTF UTM UTM_Zone Unauthorized Union UniqueIdField Unit Units Update
        UpdateInsightsOrgLimit UpdateInsightsUserLimit Updates Uploads UseGamma User UtilityNetworkServer VAR VARCHAR
        VARIANCE VERBOSE ValidationServer Value Vary VectorTileServer Version VersionManagementServer Vertical
        VideoServer Viewer VisibleBandID W WARNING WCSServer WEEK WEEKS WFSServer WGS WGS_1984
        WGS_1984_Web_Mercator_Auxiliary_Sphere WHEN WINDOWS WKID WKT WMS WMSServer WMS_Capabilities WMTS
        WMT_MS_Capabilities WO WantAssertionsSigned Warning WebContextURL Web_Mercator WebhookStatus Wed Where Within
        WorkflowManager WorkflowManagerServer WorkforceServer World X X509Certificate X509Data XML XMLHttpRequest XMax
        XMin Y YEAR YMax YMin YZ Z ZFactor _ _ImageServer _MapServer _ags a abbr about absent accentSensitive accept
        acceptLanguage acceptTermsAndConditions accepted accepttermsandconditions access accessInformation access_denied
        access_token accessinformation account accountId account_user accountid accumulateAttributeNames acquireLocks
        acs action active actor actors actualType adaptor adaptorHosts add addAttachment addAttachmentResult addComment
        addFeatures addPart addRating addRelationship addResources addResults addRules addSpaces addToDefinition
        addUsers addUsersToRole additionalProperties addpermission address addressFields addresses adds addspaces
        addtodefinition adfs adjustAspectRatio adjustaspectratio admin adminLayerInfo adminServiceInfo adminURL adminUrl
        admins adminurl advance advancedEditingCapabilities advancedQueryAnalyticCapabilities advancedQueryCapabilities
        advancedSettings advancedUT afterBytes aggregateGeometries aggregationInterval aggregations ags agstoken ai
        aiAssistantsEnabled alert alg algorithm alias aliasName all allChanges allSSL allowAnalysis
        allowAnonymousToDelete allowAnonymousToQuery allowAnonymousToUpdate allowComputeTiePoints allowCopy
        allowDirectAccess allowEditingViaServices allowGeometryUpdates allowHttpGet allowHttpPostQueryParams
        allowInternetCORSEnabled allowOthersToDelete allowOthersToQuery allowOthersToUpdate allowRasterFunction
        allowTrueCurvesUpdates allowUpdateWithoutMValues allowedAdminAccessIPs allowedMosaicMethods allowedOrigins
        allowedRedirectUris allowedUploadFileTypes allowedorigins allssl alter amd64 amf analysis
        analysisLayersGroupQuery analysisservice analyticParameters analyticType analyticwhere analyze analyzeByLSA
        ancestorpath and angle anonymous anonymousAccessNotice another answer antialiasingMode anyOf anything
        apiToken1ExpirationDate apiToken2ExpirationDate apikey apitoken apnsProdCert apnsSandboxCert app appBundles
        appCategories appId appInfo appSecret appServerMaxHeapSize appType append appendEvents appendItemId appendRoutes
        appendUploadFormat appendUploadId appenditemid appendsourceinfo appenduploadformat appenduploadid appid
        application application_accepted application_declined applicationid applications applyEdits applyEventBehaviors
        applyLSA applyOverrides approval apps apptype ar arcgis arcgiscache arcgisjobs arcgisonline arcgisonly
        arcgisoutput arcgispro arcgisserver arcgissystem archivingInfo area areaOfInterest areaUnit areaofinterest areas
        areasAndLengths areaunit argstatistics arithmetic array asOf asc asked askedWith aspect assertion assets
        assignFeaturesToRecord assignPrivilege assignRoleToUser assignRoles assignToRecord assignedCredits assignedUsers
        associations async asyncClosestFacility asyncLocationAllocation asyncRoute asyncServiceArea asyncVRP
        asyncclosestfacilityservice asynclocationallocationservice asyncrouteservice asyncserviceareaservice
        asyncvrpservice at attachment attachmentGroups attachmentId attachmentIds attachmentInfos attachmentResults
        attachmentTypes attachmentid attachmentids attachmentonly attachments attachmentsSyncDirection attachmenttypes
        attributeParameterValues attributed attributes aud audience audio authInfo authRequired auth_tier auth_token
        authenticatedAccessNotice authenticationMode authenticationTier author authorization authorizationEndpoint
        authorization_code authorization_endpoint authorizationendpoint authorize authorizedCrossOriginDomains
        authrequired authresponse autoComplete autoJoin autointervalbin automatic available availableCredits avg
        avgRating avgrating azimuthAngle azp b background backgroundColor backgroundImage backupRestoreInfo
        backwardPathLabel bandCount bandIds bandNames bandarithmetic bandids banner baseMapLayers baseSymbol
        basemapGalleryGroupQuery basic bbox bboxSR bboxsr bearer because bevelRatio bevelratio bgcolor bigint bin
        binField binOrder bindingPostUrl bindingUrl bindingposturl bindings bindingurl binfield bingKey binorder bip
        blankTile blankTiles blanktile blockBetaApps blockDataCopy blockHeight blockUnapprovedThirdpartyApps blockWidth
        blockquote bmp body bodyBase64 bodyFile bold bolder boolValue boolean boundTo boundaries boundary boundaryalias
        br breakCount broadcast broken bsq buffer bufferSR buffers build builtIn busy byReference byte bytes
        bytesPerSecond c c0 c128 c64 caSignedCertificate cacheDir cacheHint cacheInfo cacheMaxAge cacheOnDemand
        cacheType cached calcExpression calcexpression calculate calculateVolume calculationType calculationtype
        calendarBin callback callbackFunctionsEnabled caller canDelete canExpire canListApps canListData
        canListPreProvisionedItems canModifyLayer canProvisionDirectPurchase canScaleSymbols canSearchPublic
        canShareBingPublic canShareGroupsPublic canSharePublic canSignInArcGIS canSignInIDP canSignInOIDC
        canSignInSocial cancel cancelled cancreateservice candidateFields candidates canreassignitems cansharepublic
        cansigninarcgis capabilities caption captured cardinality caseSensitive catalog catalogID
        catalogItemVisibilities catalogItems catalogPath catalogpath categories category categorySchema categoryschema
        cb ccdc center centroid centuries certFile certificate certificateSigningRequest certificates certpassword
        changeAppID changeParcelType changeProvider changeTrackingInfo changeType changes charset checkEvents
        checkUsernames checkurlkeyavailable checkusernames childItems childURL childrenExpanded choiceList chunked
        cimVersion cipherSuites circuits city claims_supported classBreakInfos classBreaks classBreaksDef classMaxValue
        classes classification classificationDef classificationField classificationMethod classificationdef classify
        clean cleandirectory cleanlogs cleanpermissions cleanupChangeTracking cleanupMode clear clearEmptyFields
        clearemptyfields clearrestcache client clientCachingAllowed clientCertificates clientId clientPath clientSecret
        client_credentials client_id client_secret clientid clientsecret clip clipping clock close closed closereplica
        closestFacility closestFacilityLayers closestfacilityservice cluster clusterName clusterProtocol clustermachines
        clusters cn code code_challenge code_challenge_method code_challenge_methods_supported code_verifier codedValue
        codedValues codes collaboration collaborationInfo collaborationSettings collaborations collation collections
        color colorRamp colorRamps colorSetsGroupQuery colormap colormaptorgb colorspaceconversion cols column
        columnDelimiter com comment commentId comments commentsEnabled commit committed commonName community compactV2
        companionOrganizations compatibilityMode completed complex composite compositeband compressionQuality
        compressionType computeAngles computeCacheInfo computeClassStatistics computeHistograms
        computeMultidimensionalInfo computePixelLocation computeStatisticsHistograms computeTiePoints computeangles
        computechange computeclassstatistics computehistograms computepixellocation computestatisticshistograms
        computetotalrefcount concurrencies condition confidence config configStoreConnection configstore
        configstoreconnection configuration configurationstore configuredState conflicts connection connectionString
        consoleLogging constraint constraints contacts contains content contentCategorySetsGroupQuery contentDirPath
        contentLength contentOrigin contentSecurityPolicy contentType context contexts contingentValueSets
        contingentValues contingentValuesDefinition contrastbrightness contributorUT conversionMode conversionType
        conversionmode conversiontype convert3D convexHull convolution cookie coordinates coords copy copyConfigLocal
        copyLinesToParcelType copyrightText coreCount count countErrorReports countResult counterrorreports countfields
        country countryCode counts countsize cpg cpu create createDiagramFromFeatures createDiagramFromTraceLocations
        createGroup createNewSite createParameters createReplica createSeeds createService createThumbnail createUser
        createVersion createcluster createcolorcomposite created createfolder createkmz createnewitem createparameters
        createservice createsite createusagereport creationDate creationDateField creatorField creatorPresent creatorUT
        credentials creditAssignments credits cross crs csrf csv culture cultureFormat cultureformat cume_dist
        currentAppID currentBuild currentFolder currentRegisteredMembers currentVersion current_ currentbuild
        currentversion curvature curvePaths curveRings custom customAppLoginShowTriage customBaseUrl customRole
        customdataproviders cut cutIndexes cutter da data dataElement dataFormat dataInGdb dataLayer dataModel
        dataSource dataStore dataStoreConnectionType dataType database databaseCount databaseQuota databaseUsage
        databases datafeature dataformat dataitem datasetFormat datasetInspected datasetType datasets datasource
        datastoreConfig datastoreconfiguration datastores date dateAccepted dateFieldsTimeReference dateModified datebin
        datesInUnknownTimezone datetime2 datumTransformation datumTransformations datumtransformation
        datumtransformations days daysInPast db dbf dd de deactivationPolicy decades decode default default3DBasemap
        defaultBasemap defaultCompressionQuality defaultExtent defaultLabel defaultMosaicMethod defaultResamplingMethod
        defaultRoleForUser defaultSR defaultStyles defaultSubtypeCode defaultSymbol defaultTimeInterval
        defaultTimeIntervalUnits defaultTimeWindow defaultTimeWindowUnits defaultTravelMode defaultUserCreditAssignment
        defaultUserLicenseTypeIdForUser defaultValue defaultValues defaultVariable defaultVectorBasemap
        defaultVisibility defaultsr definitionExpression definitionexpression definitions deflated delay delete
        deleteAttachmentResults deleteAttachments deleteComment deleteDiagram deleteFeatures deleteForwardEdits
        deleteFromDefinition deleteIds deleteInfo deleteItems deleteParcels deletePart deleteRating deleteRelationship
        deleteResults deleteServices deleteSite deleteThumbnail deleteTiles deleteVersion deleteall deletecertificate
        deletecluster deletefolder deleteitem deletes deleteservices deletesite deletesourceitemuponcompletion
        deleteusagereport dense_rank densify denver dependency dependentServices deployment deploymentConfig
        deriveCandidates deriveEventMeasures desc description destinationForeignKey destinationItemId destinationLayerId
        destinationPrimaryKey destinationitemid details detectchange deviationUnit diagramDataset diagrams dib
        dictionary difference differences digits dimensionName dimensions directHosts direction directories directory
        directoryType disable disableIdentifyRelates disableServicesDirectory disableSignup disableSubnetworkController
        disableTopology disabled disablepsa discoveryserviceurl disjoint displayField displayFieldName displayName
        displaySettings displayValue distance distanceUnit distances div divide dl doc docName docname documentInfo
        documentation documented dojo dojoIframe domain domains door dotDensity doubleValue download dpi drawingInfo
        drawingTool dribble dt duplicateParcels duration dynamicDataWorkspaces dynamicLayer dynamicLayers dynamiclayers
        e east eastBoundLongitude edit editDateField editFieldsInfo editMoment editProtocol editable editclusterprotocol
        editconfigstore editdataitem editdirectory editedFeatures editfolder editing editingInfo edition editlogsettings
        editmachine editorField editorTrackingInfo editorTrackingRespectsDayLightSavingTime editorTrackingTimeInUTC
        editorTrackingTimeZoneID editorUT edits editsUploadFormat editsUploadId editservicesdirectory
        editsoaphandlerconfiguration editsuploadformat editsuploadid editusagereport editusagereportssettings
        effectiveMaxScale effectiveMinScale egdb elapsed elevation elevationSync elevationservice elevationsyncservice
        elevationvoidfill elsewhere em email emailSettings emailaddress emails emf en enable
        enableAutomaticAccountCreation enableDynamicLayers enableEditorTracking enableNullGeometry
        enableOwnershipAccessControl enableOwnershipBasedAccessControl enableSubnetworkController enableTopology
        enableZDefaults enabled enabledProviders enablepsa encodedServiceURL encrypted encryption encryptionCertificate
        encryptionMethod encryptionSupported encryptioncertificate encryptionmethod encryptionsupported encrypts end
        endPointURL endTime endTimeField endtime engine english enterprise enterpriseBuild enterpriseVersion entities
        entityID entityId entityid entry entryType enum envelope error errorCode errorMessage errorNumber
        errorReportsCount error_description es esri esriAcres esriAuthenticated esriCIELabAlgorithm
        esriClassifyEqualInterval esriClassifyGeometricalInterval esriClassifyNaturalBreaks esriClassifyQuantile
        esriClassifyStandardDeviation esriDTFeatureClass esriDTTable esriDUDecimalDegrees
        esriDataChangesResponseTypeEdits esriDataChangesResponseTypeExtent esriDecimalDegrees esriEveryone
        esriExecutionTypeAsynchronous esriExecutionTypeSynchronous esriFTSimple esriFeatureEditToolLine
        esriFeatureEditToolNone esriFeatureEditToolPoint esriFeatureEditToolPolygon esriFeet esriFieldTypeBigInteger
        esriFieldTypeBlob esriFieldTypeDate esriFieldTypeDateOnly esriFieldTypeDouble esriFieldTypeGUID
        esriFieldTypeGeometry esriFieldTypeGlobalID esriFieldTypeInteger esriFieldTypeOID esriFieldTypeRaster
        esriFieldTypeSingle esriFieldTypeSmallInteger esriFieldTypeString esriFieldTypeTimeOnly
        esriFieldTypeTimestampOffset esriFieldTypeXML esriGPParameterDirectionInput esriGPParameterDirectionOutput
        esriGPParameterTypeRequired esriGeometryCircle esriGeometryCircularArc esriGeometryEnvelope
        esriGeometryMultipoint esriGeometryNonsense esriGeometryOffsetBevelled esriGeometryOffsetMitered
        esriGeometryOffsetRounded esriGeometryPoint esriGeometryPolygon esriGeometryPolyline esriGeometryRelationCross
        esriGeometryRelationDisjoint esriGeometryRelationIn esriGeometryRelationInteriorIntersection
        esriGeometryRelationIntersection esriGeometryRelationLineCoincidence esriGeometryRelationLineTouch
        esriGeometryRelationOverlap esriGeometryRelationPointTouch esriGeometryRelationRelation
        esriGeometryRelationTouch esriGeometryRelationWithin esriImageServiceDataTypeGeneric esriImageServiceSourceType
        esriJobCancelled esriJobCancelling esriJobExecuting esriJobFailed esriJobMessageTypeInformative esriJobSubmitted
        esriJobSucceeded esriJobTimedOut esriKilometers esriLabLChAlgorithm esriMPTDefaultValue
        esriMapCacheStorageModeCompact esriMapCacheStorageModeCompactV2 esriMeters esriNAServerClosestFacilityLayer
        esriNAServerLocationAllocationLayer esriNAServerODCostMatrixLayer esriNAServerRouteLayer
        esriNAServerServiceAreaLayer esriNAServerVRPLayer esriNoDataMatchAll esriNormalizeByField esriNormalizeByLog
        esriNormalizeByPercentOfTotal esriNormalizeNone esriPFS esriPMS esriRelCardinalityManyToMany
        esriRelCardinalityOneToMany esriRelCardinalityOneToOne esriRelRoleDestination esriRelRoleOrigin
        esriReplicaResponseTypeData esriReplicaResponseTypeEdits esriReplicaResponseTypeEditsAndData
        esriReplicaResponseTypeInfo esriReplicaResponseTypeNoEdits esriSFS esriSFSSolid esriSLS esriSLSSolid esriSMS
        esriSMSCircle esriSPTDefaultValue esriSRUnit_Ell esriSRUnit_Foot esriServerHTMLPopupTypeAsHTMLText
        esriServerHTMLPopupTypeNone esriServerPolygonPlacementAlwaysHorizontal esriSpatialRelIntersects
        esriSpatialRelNear esriSpatialRelRelation esriSquareMeters esriTS esriTimeRelationOverlaps esriTimeUnitsDays
        esriTimeUnitsUnknown esriTransportTypeEmbedded esriTransportTypeUrl esriUSFeet esriUnknownUnits esriYards
        esri_aopc esri_auth esri_en esriacres esriares esricentimeters esridecimeters esrifeet esrigeometryenvelope
        esrigeometrymultipoint esrigeometryoffsetbevelled esrigeometryoffsetmitered esrigeometryoffsetrounded
        esrigeometrypoint esrigeometrypolygon esrigeometrypolyline esrigeometryrelation esrigeometryrelationdisjoint
        esrihectares esriinches esrikilometers esrileftinnerjoin esrileftouterjoin esrimensurationareaandperimeter
        esrimensurationcentroid esrimensurationdistanceandangle esrimensurationpoint esrimeters esrimiles
        esrimillimeters esrinauticalmiles esrispatialrelcontains esrispatialrelcrosses esrispatialrelenvelopeintersects
        esrispatialrelindexintersects esrispatialrelintersects esrispatialreloverlaps esrispatialrelrelation
        esrispatialreltouches esrispatialrelwithin esrisquarecentimeters esrisquaredecimeters esrisquarefeet
        esrisquareinches esrisquarekilometers esrisquaremeters esrisquaremiles esrisquaremillimeters esrisquareyards
        esrisrunit_foot esrisrunit_kilometer esrisrunit_meter esrisrunit_nauticalmile esrisrunit_statutemile
        esrisrunit_usnauticalmile esritimeunits esriyards estimateExportTilesSize estimateexporttilessize etype
        eueiEnabled evaluate event events everyone exceededTransferLimit exceedslimit exchangeToken
        exchange_refresh_token exchangedFor excludedLayers execute executes executionType exists exp expDate expect
        expiration expirationInDays expired expires expires_in explain explains export exportExtent exportFormat
        exportImage exportItemId exportNetwork exportOptions exportSite exportSubnetwork exportTiles exportTilesAllowed
        exportby exportcertificate exportextent exportformat exportimage exportparameters exports exportservices
        exportsite expression extendHow extendedCode extendhow extends extensionFilename extensions extent
        extentCountResult extentOfInterest extentType extentofinterest externalContentEnabled extractChanges
        extractChangesCapabilities extractband f f32 f64 failed failedAttemptsWindowInMinutes failure false falseM
        falseX falseY falseZ family far fault faults favGroupId feature featureCollection featureLimit featureName
        featureResult featureServer featureSet featureType featureTypes feature_count feature_info featuredGroups
        featuredGroupsId featuredItemsGroupQuery featuredItemsId features federate federated federatedWith
        federateservices federation federationInfo fid field field1 field2 field3 fieldAliases fieldArray fieldDelimiter
        fieldGroups fieldName fieldType fieldValues fieldWorkerUT fieldmappings fields fieldstocompare figcaption figure
        file fileData fileName filePath fileSize fileType fileUrl filedata filegdb filename files filetype filter fin
        find findAddressCandidates findDiagramInfos findDiagramNames findInitialNetworkObjects findTransformations
        findaddresscandidates finddataitems finditems firstDayOfWeek firstName firstPyramidLevel firstSignIn first_value
        firstname fixedBin fixedboundariesbin fixedintervalbin flat float floatValue fmt folder folderName folderexists
        folderid foldername folderownerusername folders foldersDetail folderscontent follow font forStorage form format
        forstorage forward forwardPathLabel found foundFieldName fr free freeze from fromColor fromEmailAddress
        fromGeoCoordinateString fromGeometry fromUser fromUsername fromdate fromemailaddresslabel fullExtent fullName
        fullText fullTextSearchCapabilities fullTextSearchableFields fullVersion fullname fulltext function
        galleryTemplatesGroupQuery garsCenter garscenter gcmApiKey gdbVersion generalize generate generateEvents
        generateImage generateIntersections generateKml generateRenderer generateRoutes generateSymbol generateToken
        generatecertificate generatecsr generaterenderer generatesymbol generatetoken generator geoFullExtent geoJSON
        geoTransforms geoanalytics geoanalyticsservice geocode geocodeAddresses geocodeaddresses geocodeservice
        geodatabase geodesic geoenrichment geoenrichmentservice geohashFieldName geojson geometric geometries
        geometries1 geometries2 geometry geometry1 geometry1Index geometry2 geometry2Index geometryField
        geometryPrecision geometryProperties geometryToMeasure geometryToReferent geometryToStation geometryType
        geometryprecision geometryservice geometrytype geoprocessing get getAppInfo getCalibrationConfiguration
        getCartographicRealignmentConfiguration getEnterpriseGroupsForUser getEnterpriseUser getEstimates
        getGroupsForUser getImageUrl getPrivilege getRoles getRolesByPrivilege getRolesForUser getSamples getUsers
        getUsersWithinEnterpriseGroup getUsersWithinRole getappinfo getavailabletimezones getcapabilities getestimates
        getfeatureinfo getmap getsamples gettoken gif gis gisdashboards given givenName globalId globalIdField
        globalIdFieldName globalids grant_type graph grayscale greyscale group groupByFields groupByFieldsForStatistics
        groupCategories groupDesignations groupId groupName groupStoreConfig groupTitle group_join group_member
        groupbyfieldsforstatistics groupid groups gssapi guid guidFormat gzip h h1 h2 h3 h4 h5 h6 haloColor haloSize
        handlers handshake handshakes hardware hasArchivedData hasAttachments hasCategorySchema hasColormap
        hasContingentValuesDefinition hasGeometryProperties hasGeometryUpdates hasGlobalID hasHistograms hasLabels
        hasLiveData hasM hasMetadata hasMore hasMultidimensions hasOID hasRasterAttributeTable hasSecondFactor
        hasSharedDomains hasSharedTemplates hasSpatialIndex hasStaleKey hasStaticData hasVersionedData hasViews hasZ
        having havingClause havingclause header headers heading healthCheck heatmap height help helpBase helpMap helpUrl
        helperServices here hiddenMembers hideUpperBound hillshade histograms historicMoment history historySize home
        homePageFeaturedContent homePageFeaturedContentCount host hostName hosted hosting hostname hosts hours hr href
        hstsenabled html htmlPopupType http httpEnabled httpPort httpReferrers httpport httpreferrers https httpsPort
        httpsProtocols httpsport hubSettings hydrology hydrologyservice i iAAAAAAAAAAAAAAA iBBBBBBBBBBBBBBB ianaTimeZone
        iat iata id idType id_token id_token_signing_alg_values_supported identify identity idp idpAuthorizeUrl idpKey
        idpName idpUsername idpmetadatafile idpmetadataurl idpusername ids idsResult ignoreCache image imageData
        imageDisplay imageSR imageSize imageToMap imageToMapMultiray imagedisplay imagesr imagetomap img
        importExistingServerCertificate importRootOrIntermediate importSite importcasignedcertificate imported
        importexistingservercertificate importrootcertificate importservices importsite in inCache inQuery inResponseTo
        inSR inSource inURL includeRelated incrementalBackupEnabled index indexCount indexType indexedVector indexer
        indexes industries inferred info infoFile infoInEstimates info_format infofile informationalBanner inherit
        initialExtent initializing initiated inner innerBoundaryIs inputs inrecyclebin insertGap insightsAnalystUT
        inspectConflicts insr instances instancesPerContainer int int64Value integer interceptor interiorintersection
        interpolation intersect intersection intersectionCandidateFields interval invalid_client invalid_client_id
        invalid_grant invalid_request inverse invitation invitationids invitationlist invitations invite
        invokedTimestamp ip ipCntryCode isActive isAdminEnabled isAllowed isBeta isCached isCoGoEnabled isCollection
        isDataArchived isDataVersioned isDefault isDisabled isEnabled isEsriDefault isExternalContentEnabled isFav
        isHosted isHosting isHubEnabled isIncrementalBackupEnabled isInvitationOnly isInvoked isLocked isManaged
        isNullable isOpenData isOrgItem isPersonalAPIToken isPortal isPrivate isReadOnly isSecured
        isServiceNameAvailable isStatisticsAvailable isSystemMaintained isTokenBasedSecurity isUpgrade
        isUserTypeLicensing isValid isValidSQL isView isViewOnly ishosted isinvitationonly iso19139 isolationLevel iss
        isservicenameavailable issuedBy issuer isview isviewonly it italic item itemControl itemCount itemFile itemID
        itemId itemIdToCreate itemIds itemName itemPath itemTypes itemfile itemid itemidlist itemids itemidtocreate
        iteminfo iteminformation itemname items itemsExported itemsFailed itemsImported itemsSkipped iwa j ja jar
        javascript job jobID jobId jobServiceId jobStatus jobid jobs join joinSite joinTable joinType joined joinsite
        jpeg jpg jpgpng jsapi json jsonStyle jsonp jwksUri jwks_uri jwksuri k keepAliveInterval keepLatestArchive
        keeppackageitemafterimport kerberos key keyAlgorithm keyField keyProperties keySize keyUsage keys keysize keytab
        keywords kid kind kml kmz kty l1 l2 l3 l4 l5 label labelExpression labelExpressionInfo labelPlacement
        labelPoints labelingInfo lacks langCode language languages largeThumbnail lastEditDate lastLogin lastModified
        lastName lastSyncDate lastUpdatedTime lastViewed last_value lastestWkid lastmodified lastname lat latestVcsWkid
        latestWkid latitude latitude83 latitudeFieldName layer layerDataElements layerDefinition layerDefs
        layerEstimates layerId layerInfo layerName layerOverridesEnabled layerParameterValues layerQueries
        layerRangeValues layerServerGens layerTemplatesGroupQuery layerTimeOptions layerType layerdefs layermappings
        layeroptions layerqueries layers layerservergens layertimeoptions ldap ldapURLForRoles ldapURLForUsers leave
        leavingDisallowed left leftTableKey leftTableSource legend legendGroups legendType length lengthUnit lengths
        lerc lercError letters level levelid levels li libproj library license licenseInfo licenseManager
        licenseManagerInfo licenseinfo licenses lifecycleinfos like limit limitName limits linearUnit linecoincidence
        linetouch list listed listing listings liteUT livingAtlasGroupQuery livingatlas lng loadBalancing local
        localDirectoryPath localMachineName localRepositoryPath locale localhost localizedName locate location
        locationId locationType locations locatorProperties locators lockedUntil lockoutDurationInMinutes
        lockoutLoginPolicy locks lod lodSR lodType lods log logDir logLevel logMessages loggedInUser
        loggedInUserPrivilege login loginToRp logins logout logoutEndpoint logoutFrom logoutUrl logoutendpoint
        logoutfrom logouturl logs logsettings logssettings lon long longTimeout longerThan longitude longitude83
        longitudeFieldName lookup lowerBoundary lowerLeft lowerboundaryalias ls m mScale mTolerance mTranslate mUnits
        machine machineAdminUrl machineIP machineName machineNames machineip machinename machinenames machines
        machinestatus made magicKey magickey mail mailFrom mailFromLabel mailTo main makePrimary manager manifest map
        mapExtent mapLayer mapLayerId mapName mapRangeValues mapScale mapToImage mapUnits mapscale maptoimage mask match
        matchOutOfRange matches max maxAllowableOffset maxBufferCount maxDeviation maxDomainCodeCount
        maxDownloadImageCount maxDownloadSizeLimit maxErrorReportsCount maxExportTilesCount maxFailedAttempts maxFileAge
        maxHistory maxIdleTime maxImageHeight maxImageWidth maxInstancesPerNode maxItemSizeInMB maxLOD maxLocations
        maxLogFileAge maxMosaicImageCount maxPixelSize maxPointCount maxPyramidLevel maxRecordCount maxRecordCountFactor
        maxReplicationPackageSizeInMB maxSampleSize maxScale maxSegmentLength maxStartupTime maxSuggestions
        maxTokenExpirationMinutes maxUploadFileSize maxUsageTime maxUsers maxUsersPerLevel maxValues maxVertexCount
        maxWaitTime maxZoom maxallowableoffset maxcount maximum maximumRecords maximumRegisteredMembers maxlocations
        maxrecordcountfactor maxsuggestions maxtokenexpirationminutes maxx maxy maxzoom maybe md5Fingerprint mean
        meanValues measure measureFromImage measureOperation measureToGeometry measurefromimage measureoperation median
        member memberCategorySchema memberType members membershipAccess mensurationCapabilities merge mergeParcelPoints
        mergePolicy message messageCode message_received messages metadata metadataEditable metadataFormats method
        methodName metrics mfa mfaAdmins mfaEnabled mfa_code mfaenabled mgrs mgrsNewWith180InZone01 milliseconds min
        minDigit minInstancesPerNode minLOD minLength minLetter minLower minOther minPixelSize minRefreshPeriod minScale
        minServerGen minUpper minValue minValues mine minimum minlength minutes minx miny miss missing mlclassify
        mobileWorkerUT mockapp mocksecret mode modelName modified modulus months mosaicOperator mosaicRule move
        moveItems mp_abs mp_acos mp_add_months mp_asin mp_atan mp_ceiling mp_concat mp_cos mp_day mp_divide mp_extract
        mp_floor mp_guid mp_instant mp_length mp_log mp_log10 mp_lower mp_mod mp_percentile_cont mp_percentile_disc
        mp_position mp_power mp_real mp_round mp_sign mp_sin mp_stamp mp_stddev mp_substring mp_tan mp_text mp_trim
        mp_truncate mp_upper mp_var mp_whole multiScaleGeometryInfo multidimensionalDefinition multidimensionalInfo
        multidimensionalVariables multidimensionaldefinition multidimensionalfilter multidimensionalraster multipart
        multipatchOption multiple multipoint multitenant mustApprove n name nameId native naturalLog nbf ndvi needs
        negotiate neutral never neverStarts newAppID newItemPath newMachineName newPassword newPassword2 newTitle
        newpassword newpassword2 newtitle next nextStart nl no noData noDataInterpretation noDataValue noDataValues
        nobody nodata nodatainterpretation nonce noncomposite none normalizationField normalizationMaxValue
        normalizationMinValue normalizationTotal normalizationType north northBoundLatitude nosniff not notAdded
        notBefore notCreated notDeleted notInvited notOnOrAfter notRemoved notSharedWith notUnsharedFrom nothing
        notification notificationAttempts notificationElapsedTimeInSeconds notificationId notificationTimeOutInSeconds
        notifications notificationsEnabled notifyall now nth ntlm null nullable num numComments numLimit
        numLogicalProcessors numOfDigits numOfResults numPhysicalCores numPhysicalProcessors numRatings numViews number
        numberOfBins numberOfFailures numcomments numofdigits numofresults numratings numviews nvarchar o oauth oauth2
        oauth_state object objectId objectIdField objectIdFieldName objectIds objectStore objectid objectids oblique off
        offendingItems offset offsetDistance offsetHow offsetUnit offsethow oid oidc oidcCodes okens ol old on
        onAnalyticField onExpression onField onFields onPremiseConnectionString onPremisePath onRequest
        onServerConnectionString onServerName onServerWorkspaceFactoryProgID onStatisticField onStop once online
        onlyAllowTrueCurveUpdatesByTrueCurveClients open openid operation operationTime operations operator or orderBy
        orderByFields orderbyfields org orgCapabilities orgId org_admin org_publisher org_user organization
        organizationalunit orgid orgunit origin originForeignKey originItemId originLayerId originPosition
        originPrimaryKey originalAndCurrentFeatures originitemid os osArchitecture osName other outAlias
        outAnalyticFieldName outAnalytics outFields outSR outStatisticFieldName outStatistics outTimeReference
        out_service_url outanalytics outcome outerBoundaryIs outfields outline output outputDir outputPixelType
        outputfilename outsr outstatistics outtimereference over overlap overlayEvents overwrite overwriteexistingitems
        owner ownerFolder ownerId ownerUserName ownershipBasedAccessControlForFeatures
        ownershipBasedAccessControlForRasters owningSystemUrl owningTenant p packageLocation packages packetSize
        pagesize pairs pansharpening paramName paramUrl parameter parameterInfos parameterType parameterValues
        parameters parentGlobalId parentLayer parentLayerId parentObjectId parentPath parentpath part partCount partFile
        partId partNum partSize partial partialPost partid partitionBy partnum partnumber parts password passwordPolicy
        path pathOnServer paths payload payloadUrl pbf pdf pending per perMachine perRow percent percentOfTotal
        percent_rank percentile_cont percentile_disc perimeter period permanentdelete permission permissions persist
        persistent pgadmin phone physicalPath pieChart pigeon pixel pixelSize pixelSizeX pixelSizeY pixelType pixeltype
        pjson pkLocation pkinfo placefinding plain plainFolder planar platform platformSelf platformself platformservice
        platformservices png png24 png32 png8 poem point point_x point_y pointer points pointtouch pollAfter polygon
        polygons polyline polylines populateLicense portadmin portal portalApp portalCapabilities portalConfigProperties
        portalHostname portalItems portalMode portalName portalProperties portalSecretKey portalThumbnail portalURL
        portalUrl portalVersion portaladmin portalproperties portals ports post postUpgrade postbindingurl pre preceding
        preciseDpi precision preferredTimeReference preferredView preferred_username preferredview prefix
        premiumContentEnabled presentedIn preserveShape pretty previewonly primarysiteadministrator principal printTask
        printservicetask private privatePortalUrl privilege privileges prj problem process processing processingMode
        processrastercollection products professionalPlusUT professionalUT profile progress project projects properties
        protect protected protocol protocolSupportEnumeration prototype provider providerGroupName providers
        provisionedListings proxy proxyFilter ps psa public publicContentEnabled publicKey publicSubscriptionInfo
        publicURL publickey publish publishJobId publishParameters publisher publishing publishparameters purchases
        purgeLock pythonapi q qualifier quantizationParameters quantizationparameters quantizeOriginPostion queries
        query query3d queryAnalytic queryAssets queryAttributeSet queryBins queryBinsCapabilities queryBoundary
        queryContingentValues queryDataElements queryDateBins queryDomains queryEditLog queryGPSInfo queryLegends
        queryLocks queryLookupTable queryNetworkMoments queryOption queryOverrides queryResult queryRouteAssociations
        queryTable queryTopFeatures query_layers queryable queryanalytic queryassets queryattachments querybins
        queryboundary querycontingentvalues querydataelements querydatamodel querydatebins querydomains querygpsinfo
        queryhistogram querylegends querylogs queryrelatedrecords querytopfeatures queryusagereport queuedEntitlements
        quirks r range rangeValues rank raster rasterAnalytics rasterAttributeTable rasterFiles rasterFunction
        rasterFunctionArguments rasterFunctionDefinition rasterFunctionInfos rasterFunctionTemplatesGroupQuery rasterId
        rasterIds rasterType rasterTypeInfos rasteranalyticsservice rastercalculator rasterid rasterids rasters
        rastertype rating raw rb real realTimeState realm reason reassign reassignFeaturesToRecord reassignItems
        reassignToRecord rebuildHostedFeatureServiceIndexes recast received recentRoutes recentServices
        recheckAfterSeconds recipient reconcile reconcileVersion reconnectServerOnFailureInterval reconstructFromSeeds
        recordCount records recoveryCodes recovery_code recycleBinEnabled recycleInterval recycleStartTime redirect
        redirectURIs redirectUris redirect_uri redirect_uris referenceScale referentToGeometry referer referrer
        referrers refresh refreshMembership refreshServerListInterval refresh_token refresh_token_expires_in region
        regions register registerApp registerdataitem registerdirectory registered registeredAs registerextension
        registeritem registermachine registerwebadaptor reindex rejectInvalid related relatedItems relatedKeyField
        relatedRecordGroups relatedRecords relatedTableId relation relationParam relationalDatastoreTypes relationparam
        relations relationshipId relationshipTableId relationshipType relationshipid relationships relationshiptype
        relationshiptypes relaystate releaseLicense releaseLocks relocateEvent remap remove removeAllEntitlements
        removeEntitlement removeOverlappingCenterlines removeResources removeRoles removeUsers removeUsersFromRole
        rename renamemachine renameservice renderer renderingRule renderingrule repeat replacePart replacedservicename
        replacementItemId replacementitemid replacemetadata replica replicaID replicaName replicaOwner replicaServerGen
        replicaid replicaname replicaoptions replicas replicaservergen replicasr report reported reportname reports
        request requestFrom requested requestip required resample resampling reset resetPassword reshape reshaper resize
        resolution resource resourceInfo resourceURI resourceURIs resources resourcesprefix respectsDaylightSaving
        response responseText responseType responseUrl response_type response_types_supported rest resthandlers restore
        restoreRows restrictions result resultMapServerName resultOffset resultRecordCount resultType resultUrl
        resultoffset resultrecordcount results resulttype retrievetravelmodes return returnAttachments
        returnCatalogItems returnCentroid returnCountOnly returnDeleteResults returnDistinctValues returnEditMoment
        returnEditResults returnEnvelope returnExceededLimitFeatures returnExtentOnly returnFieldName
        returnFirstValueOnly returnFullIntervalBin returnGeometry returnIdsOnly returnIntersection returnM
        returnTrueCurves returnUnformattedValues returnUniqueIdsOnly returnUrl returnZ returnattachmentdatabyurl
        returnattachments returnattachmentsdatabyurl returncentroid returncountonly returndeletedfeatures
        returndeleteresults returndeletes returndistinctvalues returneditmoment returneditresults returnenvelope
        returnexceededlimitfeatures returnextentonly returnfieldname returngeometry returnhasgeometryupdates
        returnidsforadds returnidsonly returninserts returnlastsyncdate returnm returnmessages returnserviceeditsoption
        returntruecurves returnunformattedvalues returnuniqueidsonly returnupdates returnurl returnz reverse
        reverseGeocode reversegeocode revokeToken revoked rightTableKey rightTableSource rings role roleId
        roleStoreConfig roleid rolename roles rolestoreconfig rollbackOnFailure rollbackonfailure rolledBack root
        rootCACertificate rootItems rootdataitems rotation rotatorPanels rounding route routeLayers routeservice
        routeservicelayer row row_number rows rsp_nearestneighbor rss rule rules runAsync runtime s s16 s32 s8 saml
        samlrequest samlresponse sample sampleCount samplecount samples samplingInterval san save say scale scaleSymbols
        scenario scene schemaLockingEnabled schematicLayers scheme scope scopes scopes_supported score scoreCompleteness
        screenshots search searchEnterpriseGroups searchEnterpriseUsers searchExtent searchFields searchOperator
        searchTerm searchText searchType searchextent searchfields searchtext seconds secretKey secureSoapUrl security
        securityConfig securityEnabled securityPolicy securityanswer securityconfig securityconfiguration seed
        segmentmeanshift selectionDefinitions self sendAccessTokenInHeader sensorName separateimage serialNumber server
        serverFunction serverGen serverGens serverId serverKey serverName serverOnly serverPorts serverRole serverType
        serverUrl serverdirectories serverdirectory serverfunction servergens serverproperties serverrole servers
        serversStatus serverurl service serviceArea serviceAreaLayers serviceCount serviceDataType serviceDefinition
        serviceDescription serviceItemId serviceItemInfo serviceName serviceNewName serviceProxyParams serviceSourceType
        serviceType serviceVersion service_url serviceareaservice servicename services servicesDirEnabled
        servicesdirectory servicesproperties servicesreport servicestatistics servicestatus serviceurl set
        setCalibrationConfiguration setCartographicRealignmentConfiguration setParcelLineLabelPosition setPrivileges
        settings sha1Fingerprint sha256 shadedrelief shape shapeAreaFieldName shapeBuffer shapeFieldName
        shapeLengthFieldName shapeType shapefile share shareItems shared sharedKey sharedPorts sharedTemplates
        sharedToGroups sharing short shortLivedTokenValidity shortTimeout show showHomePageDescription showLabels
        showSocialMediaLinks shrinkToSeeds sideNotes sideways sig sigalg signUp signUpMode signature signatureAlgorithm
        signed signin signinOptionsOrder signinSettings signing signinoptionsorder signout signs signupmode simple
        simplify simplifyResult since singleClusterMode singleFusedMapCache singleLineAddressField singleLineFieldName
        singleline singlelineinput singletenant sint64Value sintValue site siteAdmin siteMode siteadmin sites siteuser
        size skipX skipY sliceId slices slope smallint smtpHost smtpPass smtpPort smtpServer smtpUser smtpport
        snapToData snapToRoads snippet soap soapUrl soaphandler soaphandlerconfig soaphandlerconfiguration
        socMaxHeapSize social socialProviders solve solveClosestFacility solveLocationAllocation solveODCostMatrix
        solveServiceArea solveVehicleRoutingProblem soon sortAscending sortField sortOrder sortValue sortfield sortorder
        source sourceCountry sourceDelay sourceLayerFields sourceLayerId sourceName sourceSR sourceSchemaChangesAllowed
        sourceServiceFields sourceServiceName sourceServiceType sourceSpatialReference sourceState sourceUrl
        sourcetablename south southBoundLatitude span spatialFilter spatialReference spatialRel spatialfilter
        spatialreference spatialrel speckle spectralconversion spectralunmixing spelt splitBy splitPolicy sql
        sqlExpression sqlFormat sqlType sqlTypeBigInt sqlTypeDate sqlTypeDouble sqlTypeFloat sqlTypeInteger
        sqlTypeNVarchar sqlTypeOther sqlTypeReal sqlTypeSmallInt sqlTypeTime sqlTypeTimestamp2 sqlformat sqlite sqltype
        squareRoot sr srs ss ssl sslCertificates sslEnabled sslProtocols sslcertificate sslcertificates sso stackBy
        stackedAttributes stage stages staleKey stall standard standardDeviation standardDeviationInterval
        standardMaxRecordCount standardMaxRecordCountNoGeometry start startArchivingMoment startEditing startReading
        startServices startTime startTimeField startValue startcluster started startindex startmachine startservices
        starttime state statement staticImagesUrl stationToGeometry statisticParameters statisticType statistics
        statisticsConfig statisticsDir statisticshistogram status statusMessage statusURL statusUrl stddev stdvValues
        steps stop stopEditing stopReading stopServices stopcluster stopmachine stopservices storageFormat storageInfo
        storageQuota storageRegion storageUsage storageformat storageformattype store storytellerUT streamUrls street
        stretch string stringDicts stringValue strings strong style styleVersion stylesGroupQuery sub subInfo
        subLayerIds subLayers subcode subject subjectAlternativeNames subject_types_supported submissionTime submitJob
        submitted submittedTime subscribe subscriberContentEnabled subscription subscriptionInfo subtypeField
        subtypeFieldName subtypes succeeded success suggest suggested suggestions sum summary sup supportSignedRequest
        supportedAppendFormats supportedAppendSourceFilterFormats supportedApplyEditsUploadIDFormats supportedBindings
        supportedContingentValuesFormats supportedConvertContentFormats supportedConvertFileFormats supportedCurveTypes
        supportedExportFormats supportedExtensions supportedFullTextLocales supportedImageFormatTypes
        supportedImageReturnTypes supportedLodTypes supportedNormalizationTypes supportedOperationsWithCacheHint
        supportedQueryFormats supportedSpatialAggregationStatistics supportedSpatialRelationships
        supportedSqlFormatsInCalculate supportedStatisticTypes supportedSyncDataOptions supportedTravelModes supports
        supportsASyncCalculate supportsAccentSensitivity supportsAdvancedQueries supportsAdvancedQueryRelated
        supportsAppend supportsApplyEditsWithGlobalIds supportsApplyEditsbyUploadID supportsApproxPercentileStatistics
        supportsAsync supportsAsyncApplyEdits supportsAttachmentsByUploadId supportsAttachmentsResizing
        supportsAttachmentsSyncDirection supportsAutoIntervalBin supportsBiDirectionalSyncForServer supportsCalculate
        supportsClipping supportsColumnStoreIndex supportsContingentValues supportsContingentValuesJson
        supportsCoordinatesQuantization supportsCountDistinct supportsCurrentUserQueries supportsDateBin
        supportsDatumTransformation supportsDefaultSR supportsDisconnectedEditing supportsDisjointSpatialRel
        supportsDistinct supportsDynamicLayers supportsDynamicLegends supportsExceedsLimitStatistics
        supportsFieldDescriptionProperty supportsFieldsToCompare supportsFirstDayOfWeek supportsFixedBoundariesBin
        supportsFixedIntervalBin supportsFullTextSearch supportsGeometry supportsHavingClause supportsHistoricMoment
        supportsHostedServices supportsLayerOverrides supportsLayerQueries supportsLinearRegression supportsLod
        supportsLogoutRequest supportsMaxRecordCountFactor supportsMaxTranslations supportsMultiScaleGeometry
        supportsNormalization supportsOAuth supportsOperator supportsOrderBy supportsOutFieldSQLExpression
        supportsPagination supportsPaginationOnAggregatedQueries supportsPerLayerSync supportsPerReplicaSync
        supportsPercentileAnalytic supportsPercentileStatistics supportsQuantizationEditMode supportsQueryAnalytic
        supportsQueryAttachmentsCountOnly supportsQueryBins supportsQueryContingentValues supportsQueryDataElements
        supportsQueryDateBins supportsQueryDomains supportsQueryRelatedPagination supportsQueryWithCacheHint
        supportsQueryWithDatumTransformation supportsQueryWithDistance supportsQueryWithHistoricMoment
        supportsQueryWithLodSR supportsQueryWithResultType supportsRegisteringExistingData supportsRelationshipsResource
        supportsReturnAttachments supportsReturnDeleteResults supportsReturnEditResults supportsReturnExtentOnly
        supportsReturnFeature supportsReturnFullIntervalBin supportsReturnHasGeometryUpdates supportsReturnIdsOnly
        supportsReturnServiceEditsInSourceSR supportsReturningGeometryCentroid supportsReturningGeometryEnvelope
        supportsReturningGeometryProperties supportsReturningQueryExtent supportsReturningQueryGeometry
        supportsRollbackOnFailure supportsRollbackOnFailureParameter supportsSearchOperator supportsServerGens
        supportsSharedDomains supportsSharedTemplates supportsSnapToData supportsSpatialAggregationStatistics
        supportsSpatialFilter supportsSplit supportsSplitBy supportsSqlExpression supportsSqlFormat supportsStackBy
        supportsStatistics supportsStopWords supportsSyncDirectionControl supportsSyncModelNone supportsTemporalLayers
        supportsTilesAndBasicQueriesMode supportsTimeRelation supportsTopFeaturesQuery supportsTranslation
        supportsTranslations supportsTrendlineRegression supportsTrueCurve supportsTruncate supportsVCSProjection
        supportsValidateSQL supportsValidateSql supportsWebHooks supportsignedrequest supportslogoutrequest surface
        surfaceparamfunction surname suspend_session svcusg svg svgz svrdata svrenterprise swap symbol
        symbolSetsGroupQuery sync syncCanReturnChanges syncCapabilities syncDirection syncEnabled syncLayers syncModel
        syncVRP syncVersionCreationRule syncdirection synchronize synchronizeReplica synchronizeWithSite
        synchronizewithsite synclayers syncmodel syncvrpservice synthesizeAssociationGeometries system systemMemoryMB t
        table tables tag tags taken tape target targetId targetSR targetType targetUserProvider targetUsername
        targettype targetusername task taskGroups tasks tasseledcap tbody tcpClusterPort tcpclusterport td temp
        templates templatesGroupQuery temporal termsAndConditions termsandconditions testidentitystore text
        textAntialiasingMode tfoot th thead then there thread threshold thumbnail thumbnaildata tif tiff tiff64 tile
        tileBundlesPath tileCompression tileContainerName tileImageInfo tileInfo tileMap tileMaxRecordCount tileServers
        tilemap tilepackage tiles tilingScheme time timeDataCumulative timeExtent timeInfo timeInterval
        timeIntervalUnits timeOffset timeOffsetUnits timeReference timeReferenceUnknownClient timeRelation timeZone
        timeZoneIANA timeout timereferenceunknownclient times timestamp timezone timezones title to toColor
        toGeoCoordinateString toGeometry toReplaceItemId todate token tokenConfig tokenEndpoint tokenExpirationDate
        tokenManagerConfig tokenServicesUrl token_endpoint token_endpoint_auth_methods_supported token_type
        tokenendpoint tokenmanagerconfig tokens tolerance tools top topCount topFilter topfilter toreplaceitemid total
        totalBusyTime totalItems totalRefCount totalRoles totalSize totalTilesToExport totalUsers totp totpSecret touch
        tpk tpkx tr trace traceConfigurations trackIdField traffic trafficservice trailer transactions transferParcel
        transform transformForward transformation transformations transformforward translate transparency transparent
        transportType transporttype transposebits traverse trend trendanalysis trendtorgb trimExtend trimExtendTo true
        trueCurveClient truncate trustedCertEntry trustedCertificates tt txt typ type typeCodes typeIdField typeKeywords
        typeName typekeyword typekeywords types u u1 u16 u2 u32 u4 u8 udn uint64Value uintValue ul unRegisterReplica
        unauthorized_client uncertainty uncompressedSize underMaintenance unfederate union unionResults unionresults
        uniqueIdField uniqueIdFieldNames uniqueIdInfo uniqueIds uniqueValue uniqueValueDef uniqueValueFields
        uniqueValueGroups uniqueValueInfos uniqueidentifier uniqueids unit unitIdentifiers unitconversion units unknown
        unprotect unregister unregisterdataitem unregisterdirectory unregisterextension unregistermachine
        unregisterwebadaptor unshare unshareItems unsharedFromGroups unsupported_grant_type until update updateAppInfo
        updateAttachment updateAttachmentResult updateComment updateDefinition updateEnterpriseUser updateErrors
        updateFeatures updateFilter updateGroupsAtSignin updateInfo updateIsConnected updateItems updateMeasuresFromLRS
        updateParcelHistory updateProfileAtSignin updateResources updateResults updateSubnetwork updateThumbnail
        updateTiles updateUserLicenseType updateUserPassword updateUserProfile updateUserProfileDisabled updateUserRole
        updateUsers updatedFeatureCount updatedatastoreconfiguration updatedefinition updatedeployment updateextension
        updategroupsatsignin updateidentitystore updatemode updateprofileatsignin updatepsa updates
        updatesecurityconfiguration updateserverproperties updatetokenconfiguration updatewebadaptor
        updatewebadaptorsconfiguration upgrade upgradeAvailable upgradeStatus upgradeToVersion upload uploadAssets
        uploadFileExtensionWhitelist uploadPart uploaded uploadeditem uploadedparts uploaditem uploadpart uploads
        upperBoundary upperLeft upperboundaryalias upwards url urlKey urlkey urls us us1 usage usageMeteringEnabled
        usagereport usagereports usagereportssettings use use3dBasemaps useBulkInserts useCodedValues useDefaultSnippets
        useGeometry useGlobalIds useLocalCacheDir useLocalDir usePKCE usePreviousEditMoment useSHA256
        useStandardizedQueries useStandardizedQuery useTime useVectorBasemaps used useglobalids usepkce user userCount
        userCreditAssignment userDefaultSettings userDefinedProperties userId userIdentifierClaim userInfoEndpoint
        userInvitations userLicenseType userLicenseTypeId userLicenseTypes userLicenses userMembership userPassword
        userResources userStoreConfig userType userTypes userappprivate usercreditassignment useridentifierclaim
        userinfoendpoint userlicensetype userlicensetypeid username usernameClaim usernameSuffix usernameclaim usernames
        users usertype usesha256 utf utmnorthsouth uwkid v valid validFrom validUntil validate validateAppAccess
        validateNetworkTopology validateSQL validateUserProfile validatealldataitems validatedataitem validatemachine
        validatesql validationErrors validity value valueType values var variableName variables vbCrLf vbNewLine vcsWkid
        vectorBasemapGalleryGroupQuery vectorField vectorfield vectorfieldrenderer verify version versionInfos
        versionPerDownloadedMap versioned versionedData versions vertical video view viewDefinitionQuery viewFormat
        viewLayerDefinition viewOnlyUserTypeApp viewRefreshMode viewer viewerUT views virtualCacheDir
        virtualDirsSecurityEnabled virtualOutputDir virtualPath visibility visible waits warnings web webAdaptorConfig
        webAdaptorURL webAdaptors webAdaptorsConfig webEncrypted webServerCertificateAlias webServerMaxHeapSize
        webServerSSLEnabled webTier webadaptor webadaptors webadaptorsconfiguration webgisServerTrustKey webhook
        webhookHosts webhookId webhookName webhookSettings webhooks webp webservercertificatealias weeks weight
        weightedoverlay weightedsum west westBoundLongitude what when where whole why width windowFrame within wkid wkt
        wms wmtver word workflows works writeErrors www x xScale xTranslate x_requested_with xcenter xmax xmin xml xmlns
        xoffset xssInputRule xssPreventionEnabled xssPreventionInfo xssPreventionRule xyTolerance xyUnits y yScale
        yTranslate ycenter years yes ymax ymin yoffset z zDefaultValue zScale zTolerance zTranslate zUnits zip zoomScale
        """

    /// Words of its messages, in lowercase.
    static let wordList = """
        abcdef abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz about above absent ac accept accepted
        acceptinvitation accepts accepttermsandconditions access accessible account accounts accuracy acquiring across
        action activate activates active activity adaptor adaptors add addattachment addcomment added
        addexternalmemberstogroup addfeatures adding additem addition additional addpart addr addrating addrelationship
        addresource addresources address addressed addresses addressfields addresslayers addresults adds addtodefinition
        addtoserver addusers adfs adjustable admin administer administered administration administrative administrator
        administrators adminserviceinfo adminurl advance advanced advanceddrawinginfo advancedquerycapabilities aeqd aes
        after again age ago agol agp agree agrees ags agsadmin agsdatastore agslmapcache agsservices agssite agstoken
        agstoshapefile ai airports ais aiservices al alert alexreisner alias aliases align alike alive all alldatasets
        alllayers allocateorgspace allow allowable allowed allowedadminaccessips allowhttpget allowhttppostqueryparams
        allows allscheduledtasks allssl alone along already also alt always amd america among amp an analysis analyst
        analytic analyze and anew angeles angle angles angular annotation announce announces anonymous another answer
        answered answers any anybody anything anywhere apart api apitoken apostrophe app appbuilder appbundles append
        appended appenditemid appenduploadformat appenduploadid application applicationcredentialsmanager applications
        applies apply applyedits approval approximate apps apptype apt arcgis arcgisaccessdeniederror
        arcgisadministrationtoolkit arcgisautherror arcgisbackup arcgiscache arcgiscontextmanager arcgisformat
        arcgisinput arcgisjobs arcgisonline arcgisoutput arcgisportal arcgisrequesterror arcgissystem
        arcgistokenrequesterror arcgisuploads arcgisutils archive archived arcmap arcpullr arcpy arcrest are area
        areaandperimeter areas areaunit array arrived arrives article as asc ascii asia ask asked asks asof assertion
        assertionconsumerservice assertions assets assign assigncategoryschema assignclassification assigned
        assignmembercategoryschema assignprivilegestoapps assignroles assignroletouser assigns assigntogroups
        assignusercredits assistance assistant associations async asynchronous at atlas att attach attachment
        attachmentid attachmentinfos attachments attempted attempts attribute attributes attributestatement
        attributevalue aud audience audiencerestriction auth authenticate authenticated authentication
        authenticationrequired authenticator authlib authncontext authncontextclassref authnrequest authnstatement
        authorities authority authorization authorize authorized authorizesoftware auto autocomplete automatic
        automatically available away axes back background backup backups bad balancers band bandnames bands
        bandwavelengths bare base based basemap basemaps basic batch bbox bboxeast bboxnorth bboxsouth bboxsr bboxwest
        be bearer because been before began begin beginning begins begun behavior behaviors behind being belong belongs
        below berlin beside besides best between bevel beyond bgcolor bidirectional big bigdatacatalogserver
        bigdatafileshares bin bind bindings bindingurl bingkey bins bits blank blanks blm blob block blocked blue bmi
        bmp bodies body bodyfile boolean border both bottom bought bound boundary bounding bounds box br brace bracket
        branch break brew bring brings broadcast broken brown browser browsers bt buffer buffers buffersr builds built
        builtin bulkpublishfromdatastores bundle bundles bundlx busy but button by byattribute byte bytes ca cache
        cached cairo calculate calculation calibration calibrationpointlayers call called caller callers came can cancel
        cancelled cancels cancreateservice candelete candidate candidates cannot canreassignitems canrecycle canrestore
        capabilities capability capture captured captures carries carry carson cartodb case cases cast catalog
        categories categorizeitems category categoryschema cause causes cbc ccc cdi center centerline centerlinelayers
        centroid centroids cer cert certain certificate certificates cesium cesiumgs challenge change changeappid
        changed changeprovider changes changeserverrole changeuserroles character characters charset chart check checked
        checks checkurlkeyavailable checkusernames chef chinese choice choicelist choose chooses chosen chunk chunked
        chunks cipherdata ciphervalue circuits city claim claims class classbreaksdef classes classification
        classificationdef classifier clause clean cleandirectory cleaned cleanup cleanupchangetracking clear
        clearrestcache clears click clicking client clientlib clients clipping clippinggeometry clock clocks close
        closed closestfacility cloudstores cluster clusters cm cn coalesce code coded codes coding collaboration
        collaborations collection collections collector colon colons color colormap colormapname colorramp colors
        columbia column columns com come comes commas comment commentid comments commit committed community compact
        compare compared compares comparisons compatible complete completed completes composite compressed compute
        computed computes computetotalrefcount concat concatenated concerns condition conditions conf config
        confighistoricalfloodmetadata confignonmetalmetadata configstore configuration configure configured
        configuredstate configures confirmed connect connection connectionstring consbio consists constraint cont
        contact contain contains content contentlength context contingent contingentvalues continue control conversion
        conversiontype convert convex cook cookbook cookie cookies coordinate coordinates copies copy copydataitem
        copyright core corners correct corrected cors could count counted counterrorreports counts cover covers cpu cr
        crash create createadvancednotebooks createcollaboration created createdatapipelines createfeaturewebhook
        createfolder creategpwebhook creategroup createitem createkmz createleavingdisallowedgroup createnewsite
        createnotebooks createnotification createreplica createreports createrole creates createschedule createservice
        createsite createtask createthumbnail createupdatecapablegroup createuser createwebhook createworkspace creating
        creation creationdate creator creatorut credentials credits cross crs csr css csv cullman curl current
        currentbuild currently curve curves custom customdataproviders cut cycle cyclelanes data database databases
        dataformat dataidinfo dataitem datalayer datamodel dataset datasetname datasets datastore datastores datatype
        date dates datesinunknowntimezone datum datumtransformations davetimmins day days db dbasemapgallerygroupquery
        dbf dd deactivate dead decides decimals decision decisions declared decline declines decoded decoding decrypt
        decrypted deeper deepest def default defaults defaultvalue defects define defined defines definition definitions
        deflated defs degrees delete deleteattachments deletecategoryschema deletecertificate deleted deletefeatures
        deletefolder deletefromdefinition deletegroups deleteinvitations deleteitem deleteitems deletelayers
        deletemembercategoryschema deleterating deleterelationship deletes deleteservices deletesite deletethumbnail
        deletetiles deleteuserdefaultsettings deleteusers deletion delivered demands demographics denied densify
        dependencies deployment deprecated depth der derivecandidates derived desc describes description descriptions
        designategroup destinationitemid detail details detected determines dev developer developers deviation dha
        diagnostics diagram diagrams dialog dib did differ difference differences different differently digits dijit
        dimensions direct directhosts direction directly directories directory disable disabled disablepsa disables
        disablesignup disableusers disasterrecovery discovery discoveryserviceurl display disposition distance
        distanceandangle distances distinct div divide division dl dns do doc docname docs doctype document
        documentation documented does doi dojo domain domains don done door dotnet dots double doubles down download
        dpehpk dpi draft draw drawinginfo drawn draws dribble drop drops ds dsc dsketchstylesgroupquery
        dstylesgroupquery dt dtd dump duplicate duration during dynamic dynamiclayer each earlier early earth east edit
        editable edited editfieldsinfo editfolder editing editor editors editprotocol edits editsuploadformat
        editusagereportssettings effect egdb eight element elements elevation elevationserver else elsewhere em email
        emails emailsettings emf empties empty emulate emulated en enable enableautomaticaccountcreation enabled enables
        enableusers enabling encloses encoding encrypt encrypted encryptedassertion encrypteddata encryption
        encryptionmethod encrypts end ended ending endings endpoint endpoints ends engine engineering enhanced enough
        enrichspatialdata ensemble enter enterprise enterprisedatabases entities entitlements entity entitydescriptor
        entityid entry env envelope epk epsg equal equiv err error errors errortext escape escaped espa esri esriacres
        esridatasourcesgdb esriexecutiontypeasynchronous esriexecutiontypesynchronous esrifeet esrifieldtypeglobalid
        esrifieldtypestring esrigeometry esrigeometryoffset esrigeometryoffsetbevelled esrigeometryoffsetmitered
        esrigeometryoffsetrounded esrigeometrypolygon esrigeometrypolyline esrigeometryrelation
        esrigeometryrelationrelation esrigeometryrelationwithin esriinfo esrijobexecuting esrijobfailed
        esrijobmessagetype esrijobsubmitted esrijobsucceeded esrileftinnerjoin esrileftouterjoin esrimensurationpoint
        esrimeters esrinormalizebyfield esrinormalizebylog esrinormalizebypercentoftotal esriserverlineplacement
        esriserverpointlabelplacement esrispatialrel esrisquaremeters esrisrunit esrits esriuk estimate estimated
        estimateexporttilessize estimates et etc europe evaluate even event eventlayers ever every everybody everything
        everywhere exact exactly example examples exceed exceeded exceededtransferlimit exceeds except exception
        exchange exchanged exchanges exchangetoken exclude execute executing execution exist existing exists exp
        expected expects experience expiration expirationindays expire expired expirepassword expires explorer exponent
        export exportable exportcertificate exported exportextent exportimage exportservices exporttiles expose
        expression expressions extend extended extends extension extensions extent external extract extracted exts
        fabric factor factors fail failed fails failure failures fall false far faster fault faults favorites feature
        featurecollection featurereport features featureserver featureservice featureset federate federated federates
        federation feet feff fetch fetched few fewer fffd fgpv fid fidelity field fieldaliases fieldgroups fields
        fifteen file filedata filegdbworkspacefactory filename files fileshares filled filling fills filter filtered
        filters find finding finditems finds findspec findtransformations finished first fit five fixture fixtures fl
        flag float flows fmp folded folder foldername folders follow followed follows font fonts foot for forbid
        forbidden forbids forgets form format formenctype formmethod forms formulas forstorage forward found four fr
        fragment fran free from fromdate front fs fsl full fulledit fullextent fulltext fulltextsearchablefields
        fullversion function functions further gallery gap gaps garden gateway gave gdal gdb gdbversion gen general
        generalize generate generateapitokens generatecertificate generatecsr generated generaterenderer generatetoken
        generating generation generic geo geoanalytics geocode geocoded geocoder geocoders geocodeserver geocodeservice
        geocoding geocoordinatestring geodata geodatabase geodataserver geodesic geoenrichment geoenrichmentserver
        geoevent geojson geojsonpointresponse geolens geometric geometries geometry geometryserver geometryservice
        geometrytype geonet geoprocessing georeferenced geos geoservices geotools geoview get getappinfo
        getavailablemachines getavailabletimezones getenterprisegroupsforuser getenterpriseuser getestimates
        getgroupsforuser getiteminfo getlayers getprivilege getroles getrolesbyprivilege getrolesforuser gets getting
        gettoken getusers getuserswithinenterprisegroup getuserswithinrole ghz gif gis give given gives gl gleipnir glob
        global globalid globalidfield globe globeserver gmt go goes golden gone good google got gp gps gpserver grant
        grants graph greater green grid group groups gssapi gt guess guid guide gwm had half handler handlers hands
        handshake happen happens hardware has hasattachments hasm hasz have having head header headers headless health
        healthcheck height heights help helperservices helps here hexadecimal hh hidden hiddenform hide hierarchy high
        highlighted histograms history holds home homepage horizpixels host hosted hosting hostname hosts hour hours
        house how hr href hresult htm html htmlpopup http httponly https hub hull iata ics icstopixel id idabs
        idcitation idcredit identifier identify identity idp idpinitiatedsignon idpmetadatafile idpssodescriptor
        idpusername ids ietf if ignore ignored ignores iis il image imagedisplay images imageserver imagesr img
        immediately impl implemented import importcasignedcertificate imported importexistingservercertificate
        importitem importlicense importrootorintermediate importservices importsignedcertificate impossible in
        inaccessible inch include including incorrect incorrectly incremental independent index indexed indexer indexes
        indexing indoors inferred info information infos inherit init initialextent initialized initializes inner input
        inputmode inputranges inputs inrecyclebin inresponseto insert inserting inside insights install installed
        instance instances instant instead integer intel intended interest internal intersect intersection
        intersectionlayers interval into invalid invalidated invalidates invitation invitationlist invitations invite
        invited inviteparticipant invitepartneredcollaborationmembers invites inviteusers invocation invoking inzone io
        ip is iso isreadonly iss isservicenameavailable issue issued issuer issues issuing istokenbasedsecurity
        isupgrade isusertypelicensing isview it item itemid iteminfo iteminformation itemname items itemtype its itself
        iwa jar java javascript jbswy jgravois job jobid jobs jobtype join joined joingroup joining joinnonorggroup
        joins joinsite jointable jointype jpeg jpg jqfa js jsapi json jsonobject jstuart just jwks keep keeping keeps
        kent kept kerberos key keydescriptor keyerror keyinfo keyproperties keys keystore keytab keytool keyword
        keywords kgs kharkiv khibma kind kinds kingdom kinit klist kml kmz know knowledge knowledgegraphserver known
        knows koop koopjs kotlin krb ks kte label labelexpression labelexpressioninfo labelinginfo labels lack lacks
        landscape lang language languages large larger largest last lastmiledelivery lat later latest latitude law lax
        layer layercoreinfo layerdefs layerid layers ldap lead leads leaflet learn least leave leaves left lefttablekey
        lefttablesource leg legend legends legs length lengths less let lets letters level levels lf li libcairo libgeos
        libgssapi libproj libraries library license licensed licenses licensing lies lifecycle lifecycleinfos lifetime
        like limit limits line linear lineplacement lines link links linux list listdependentsto listed listings lists
        literal lived living livingatlas load loaded loaders loads loc local localhost locateservice location
        locationallocation locations locator locators lock locked lockout lockoutloginpolicy lockraster locks log logged
        login loginform logins logintorp logout logoutfrom logoutrequest logoutresponse logs lon long longer longitude
        look looking looks loopback loops los lost low lower lr lrs lrserver lt machine machineadminurl machines made
        madison magic mail main make makeprimary makes manageags managecollaborations managecredits managed
        managelicenses management manager manageroles managers managesecurity manageservers manageutilityservices
        manageversions managewebhooks managewebsite manifest many map mapimage maplayerid maplibre mapping maps
        mapserver mapservers mapservice maptalks march margin maritime maritimechartservice mark marketplace marks mars
        match matches matching max maxexporttilescount maximageheight maximagewidth maximum maxrecordcount maxx maxy may
        mcnsb mcs md mean means meantime meanwhile measure measured mechanism media meet meets member
        membercategoryschema members memory mend mercator merged message messagecode messages met meta metadata meter
        meters method methods metric metrics mfa mi microsoft might mile milliseconds min minlength minmax minute
        minutes minx miny miscount mismatch misses missing mission mistake mistyped mjorden mm mo mobile mobileserver
        mock mockportal mocks mode model modeler models modified modulus months more mosaic most move moved moveitems
        moves mp mq ms msd much multidimensional multipart multipatches multipoint multiray must my name named
        namedtypes nameid nameidformat nameidpolicy names nan naserver nav near nearest need needed needs negative
        negotiate negotiated neither nest nested net network networkanalysis networkdataset networkdiagramserver
        networklayers networklink networks never new newest newline newpassword newprint news next nextstart nm no noaa
        nobody nodata node nodepages nodes non nonce none nonlrslayers nor north northwest noscript nosqldatabases not
        notation notebooks nothing notice notices notification notifications notificationstatus notify now nth ntile
        ntlm null nullable nullif nulls num number numbers numeric ny nycplanning oasis oauth oauthapplication oauthinfo
        oauthlib object objectid objectids objects occurred octet of off offers offline offset often ogc
        ogcfeatureserver oid oidc ok ol old older olympus omit omits omitted on once one ones online only oob op open
        openaddresses opendata opendataadmin opened opengis openid opens operating operation operations operator ops opt
        optimizedrouting option optional options or orange order orderbyfields ordered org organization organizational
        organizations organizationurl origin origindestinationcostmatrix originitemid origins os osgeo other others
        otherwise ou out outcome outfields output outputfiles outputvalues outside outsr outstatisticfieldname
        outstatistics over overflow override overwrite own owner owning owningtenant owns owslib pack package packages
        packs padding page pages pagination paging pair pairing pairs parameter parameterinfos parameters parametertype
        paramurl parcel parcelfabricserver parcels parent parentglobalid parentheses parse parser part partcount
        participants participate participates participating partid partition partnum parts pass passed password
        passwordprotectedtransport passwords past paste pasted path paths pattern pauses payload payloads pbf pcl pdf
        pem people per percent percentage perform performed performing perimeters permanently permission permissions
        persistent person pfrater pfx physicalname picture pixel pixels pjson pkce pkcs pkinfo place placeholder
        placeholders placement places plain plainfolder planar platformself platformservice platformservices please plus
        png point pointer pointlabelplacement points policy polk poll polls polygon polygons polyline polylines populate
        populatelicense popup port portal portaladmin portalhelp portalpy portals portalsite portalstate portalupgrade
        ports positions post posted posts postscript power powershell pragma precision preferred prefix preflight
        premium present presented presents preserveshape pressed pretty primary primarysiteadministrator principal print
        private privilege privileges pro process processed processsr product production professional profile profiles
        programs progress proj project projected projection properties property protect protected protection protects
        protobuf protocol provider providergroupname providers provides provisioned provisionedlistings
        provisionuserlistingentitlement proxied proxies proxy ps psa pseudo pt public publickey publicurl publish
        publishable publishbigdataanalytics publishdatapipelines publishdynamicimagery published publisher publishers
        publishes publishfeatures publishfeeds publishing publishknowledgegraph publishlayers publishnotebooks
        publishparameters publishrealtimeanalytics publishscenes publishservergpservices publishserverservices
        publishservicedefinition publishtiledimagery publishtiles puppet purchase purchases purge put puts px pxp py
        pyesridump pypi pysaml python qgis quality quantization queries query queryanalytic queryassets queryattachments
        querybins querydataelements querydatamodel querydatebins queryhistogram queryoption queryrelatedrecords
        queryreportdata querytopfeatures question questions quick quirk quot quota quotation quote quotes radio raise
        raises random range rangeinfos ranges raster rasteranalysis rasterfunctioninfos rasters rasterstores rastertype
        rates rating ratio raw raykendo rb reach reachable reached reaches read readable reading readonly reads ready
        real realm realtimestate reason reasons reassign reassigngroups reassignitems reassignusers rebuild
        rebuildhostedfeatureserviceindexes rebuilt receive receiveitems receives recentroutes recentservices recipient
        recognizes recommended reconfigure record recorded recordings records recover recoverycodes rectangle recyclable
        recycle recyclebinenabled recycled red redeems redirect redirects redline redlinelayers reference references
        referencing referer referrer refresh refreshmembership refreshserver refusal refusals refuse refused refuses
        regenerate regenerateapitoken regeneration regex regions register registerapp registerdatastores registered
        registeredappinfo registeritem registers registration regular reindex rejectinvalid rel relate related
        relatedentities relateditems relates relation relational relationalcatalogserver relationaldatastoretypes
        relationship relationships relationshiptype relative release released releaselicense releases rely remain
        remaining remove removeallentitlements removed removeentitlement removefromserver removeresource removeroles
        removes removeusers rename renames renameservice renderer renders renew repeat repeated repeats replace
        replaceable replaced replacementitemid replaces replaceservice replay replayed replica replicaid replicalog
        replicaname replicas replicated reply report reported reporter reportname reports represents request requested
        requesting requestip requests require required requires reserved reset reshape resource resources responds
        response responses rest restapi restapiexception restart restarts restinfo restitle restjs restorable restore
        restriction result resultoffset resultrecordcount results retrievetravelmodes retry return returncountonly
        returned returnidsonly returns revalidate reverse reversegeocode revocation revoke revoked revokes revoketoken
        rf rfc rgb right righttablekey righttablesource ring rings roads role roles roll rollback rollbackonfailure
        rolled rollover root rootitems roots rotate rotated rotatorpanels round route routes routing row rowanwins rows
        rs rsa rss rule rules run runasync running runs runtime runwebtool safe same saml samlmetadata samlp samlrequest
        samlresponse sample samples sampleserver samplewebtoolservicejson sans save saved saves say says sb scale
        scenario scenarios scene sceneserver scheduled schedulenotebooks schema schemalocation schemas schematic
        schematicsserver scheme scopes score screen script scripts sd sde sdk sds se search searchenterprisegroups
        searchenterpriseusers searchserver searchtext second seconds section sections secure secured security
        securityconfig securitypolicy see seed seen segment segments select selected self semicolons send sends
        sensitive sensor sent sentence separated separateimages serif serivce server servergen serverinfo serverrole
        servers serverupgrade serverurl serves service servicearea serviceconfiguration servicedescriptions
        serviceexception serviceitems servicelayer servicename services servicesdirectory servicesproperties
        servicesreport servicestate servicestatistics serviceurl session sessionindex set setcontentstatus setprivileges
        setproperties sets setsigninsettings setting settings setuserdefaultsettings seven several sf sha shape
        shapefile share shared sharedkey sharedtemplates sharegrouptoorg sharegrouptopublic shareitems shares
        sharetogroup sharetoorg sharetopublic sharing sharinginfo short shortlivedtokenvalidity should show showed shown
        shows shp side sidenotes sides sideways sign signature signed signin signing signinsettings signout signs signup
        signupmode silently simple simpler simplesamlphp simplified simplify simulated since single singleimage
        singleline singlelogoutservice singlesignonservice site sitemode sites six size skew slash slices slopetype slow
        slowly small smaller smallest snap so soap soaphandlerconfig social socialproviders socket software solid
        solution solutionjs solutions solve solveclosestfacility solvelocationallocation solveodcostmatrix
        solveservicearea solvevehicleroutingproblem some somebody something source sourcelayerid sources
        sourceschemachangesallowed sourceservicename sourcestate south sp space spaces sparse spatial spatialanalysis
        spatialreference spatialrefs speaks special specific specified speed spelling spells split spnego spoken spread
        sprite sprites spssodescriptor sql sqlexpression sqlite square sr src srid ss ssl sslcertificates sso sspi st
        stack stage stale stall stamp stand standalone standard standarddeviation standardized stands start started
        starting starts startservices state states statistic statistics statsfail statsfailedpaging status statuscode
        statusmessage statusurl stay stays step steps still stop stopped stopping stops stopservices storage
        storagequota store stored stores strange stream streamserver streets strict strikes string strings studio style
        styles sub subcode subject subjectconfirmation subjectconfirmationdata sublayer sublayers submit submitjob
        submitted subscribe subscription subscriptioninfo subscriptions subset substring subtypes succeeded succeeds
        success such suffix suggest suggestions suggests sum summary summed support supported supportedextensions
        supportedqueryformats supports supportsignedrequest supportslod supportslogoutrequest supportspagination
        supportsquerywithlodsr supportstopfeaturesquery sure surrogate survey suspend svg svgz svr swap switch symbol
        symbols symbolserver sync synccapabilities syncdirection synchronize synchronizewithsite syncmodel syntax system
        systems table tables tags take taken takes tangled tannerjt target targetsr task tasks tc td technical
        technology tell tells temp template templates temporarily ten tenant teradata terms terriajs test
        testidentitystore tests text textarea textformatting texts texture textures tf than that the their theirs them
        themselves then there these they thing this thollingshead those thread three through thrown thumbnail tib ticket
        tickets tie tier tiff tile tileinfo tilejob tilemap tiles tilesonly time timed timeinfo timeout times timestamp
        timezone title tls tlsv to today togeocoordinatestring together token tokenmanagerconfig tokens tokyo told
        tolerance tolerate too took tool toolkit tools top topographic topographicproductionserver topologically
        toreplaceitemid totpsecret touches tp tr trace traceconfigurations tracenetworkserver tracked tracking trailer
        trailing trained transfer transform transformation transformations transformed transparency transparent
        transport travel treat tries trim trimmed trouble troubleshoot true truncate trust trusted trusts truth try ts
        tuolumne turn turned twice two tx txt type typens types typographic ua ul unable unasked unassign
        unassignusercredits unauthenticated unauthorized unavailable unbounded unconfirmed undecipherable undecryptable
        under unencrypted unexpected unfederate unfinished union unique uniqueidinfo uniquevaluedef unit united
        unitidentifiers units unknown unless unlicensed unlock unprocessable unprotect unreachable unreadable
        unrecognized unregister unregisterdirectory unregistered unregisteritem unregisters unregistrable unrelated
        unshare unshareitems unsigned unspecified unsupported until untrusted unused unwrapping uozgyod up updatable
        update updateappinfo updateattachment updated updatedefinition updateenterpriseuser updatefeatures updatefolder
        updategroups updategroupsatsignin updateidentitystore updateinfo updateitemcategoryschema updateitemcontrol
        updateitems updatelicensemanager updatemembercategoryschema updatemetadata updateresources updates updatetiles
        updateuserlevel updateuserlicensetype updateuserpassword updateuserprofiledisabled updateuserrole updateusers
        updating upgrade upgraded upgrades upgrading upload uploadassets uploaded uploadeditem uploadedparts
        uploadfileextensionwhitelist uploaditeminformation uploadpart uploads upper upwards uri uris url urlencoded
        urlkey urls urn us usable usage usagereport usagereports use used usefilter useglobalids user
        userdefaultsettings userlicenses userlicensetype userlicensetypes userlist username users uses usesha using usr
        usual utc utf utilities utility utilitynetworklayers utilitynetworkserver utils utm uuid valid validate
        validatealldataitems validateappaccess validated validatedataitem validateinvitation validatelicense
        validatemachine validates validatesql validating validation validationserver value values var variables vector
        vectors vectortileserver vehiclerouting verdict verification verifier verifies verify versa version versioned
        versionmanagementserver versions vertical vertigis vertpixels vice videoserver view viewer viewgroups
        viewhostedfeatures viewhostedtiles viewitems vieworggroups vieworgitems vieworgusers views viewtracks viewusers
        violated violates violation visgl visible vnd volume vpgf vts waco wait waits wall wanted wants warnings warns
        was washington way ways wcsserver weak web webadaptors webapp webappbuilder webapps webcontexturl webhook
        webhookhosts webhooks webmap webservercertificatealias websocket weight well were west wfsserver wg wgs what
        whatever when where whether which while who whole whom whose widgets width window windows with within without
        wizard wkid wkt wms wmsserver wmts wmtscapabilities word words work worker workflow workflowmanagerserver
        workforce workforceserver working works workspace workspaces world would wrap write writes written wrong wrongly
        wrote www xenc xeon xlink xmax xmin xml xmldsig xmlenc xmlns xmlschema xpoq xrrggbb xs xsd xsi xssinputrule
        xsspreventioninfo year yet ymax ymin york you your yyyy zero zh zip zone zoneinfo zones zoom zoomed
        """

    /// Whole texts, a line each.
    static let phraseList = #"""
        "$absent": expected true or false
        "$anything": expected true
        "$between": expected two numbers, the smallest and the largest
        "$contains": expected the list of required elements
        "$keys": expected the names of keys
        "$matches": expected a regular expression in quotes
        "asOf" is a year of version "online"; releases of ArcGIS Enterprise do not change
        "extends" forms a cycle
        "extent" must be two corners: [[west, south], [east, north]]
        "faults" apply only to the built-in provider
        "kerberos" is for a web tier "iwa", which these logins do not have
        "matches" has no effect without "header"
        "properties" is an object or null
        "range" must be a list of two: the smallest and the largest value
        "renderer": expected an object, as drawingInfo.renderer has it
        "save" needs a pointer, "header", "body" or "cookie"
        "then" needs one effect
        "when" can have only nth, from, times, per or percent there
        '/]on[a-z]+s*=/) || attributes.contains(
        'emails' parameter required.
        'geometry' parameter is invalid
        'ip' must be specified.
        'password' must be specified.
        'publishParameters' must be specified.
        'q' must be specified.
        'referer' must be specified.
        'replicaID' parameter is invalid
        'role' parameter required or invalid.
        'type' and 'title' property required.
        'useGlobalIds' parameter is invalid
        'user' parameter required or invalid.
        'username' must be specified.
        (1.0 / NULLIF(u, 0))
        (u * 1.0 / NULLIF(d, 0))
        (u * 100.0 / NULLIF(d, 0))
        , within the user type
        -100, 30, -80, 50
        -100, 40
        -117.3866, 47.6717
        -_ .
        0, 1
        0, 3, 4, 5, 6 or 9
        0, or a sum of 1, 2, 4, 8 and 16
        1 for degrees, 2 for percent
        1 to drop what is outside, 2 what is inside
        10.3 cannot issue tokens for GET; earlier and later releases can
        255, 0, 0
        32 hexadecimal digits; default: derived from type and title.
        401 Unauthorized
        403 Forbidden
        404 as a cache has it
        4326 is what is measured without it
        50, 100
        : put texts in quotes
        : write timestamp 'YYYY-MM-DD hh:mm:ss'
        ; Secure
        ; or rollbackOnFailure=false for the others
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">
        <!DOCTYPE html>
        <?xml version=
        <?xml version="1.0" encoding="UTF-8"?><metadata xml:lang="en"><Esri>
        <BODY><h2>Request URL Too Long</h2>
        <HTML><HEAD><TITLE>Request URL Too Long</TITLE>
        <META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>
        <a href="?f=help">Help</a>
        <body><h2>404 - File or directory not found.</h2>
        <h1>Method Not Allowed</h1>
        <h1>Not Found</h1>
        <h1>Service Unavailable</h1><p>HTTP Error 503. The service is unavailable.</p>
        <h1>You are signed out</h1>
        <h1>You have been signed out.</h1>
        <h3>The resource you are looking for might have been removed, had its name changed, or is temporarily
        <hr><p>HTTP Error 414. The request URL is too long.</p>
        <html><head><title>404 - File or directory not found.</title></head>
        <html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>
        <input type="hidden" name="acceptTermsAndConditions" value="true">
        <label for="token">Portal token</label><input id="token" name="token">
        <p class="error">
        A JSON body.
        A JSON pointer into the body.
        A PNG or JPEG that fills the extent, relative to this file.
        A POST to a server's administrator directory with the token in its body.
        A SAML identity provider.
        A SAML response that is signed by SHA-1, as ADFS 2 and pysaml2 do unless told otherwise.
        A URL of more than 2,140 characters: accepted, or a page with 404 or 414.
        A built-in name or a path of a scenario that this one extends.
        A certificate signing request of its key.
        A certificate with that alias exists.
        A certificate.
        A client other than referer, ip and requestip at the portal's generateToken.
        A code can be used once; start again at oauth2/authorize.
        A comment.
        A cookie's value.
        A coordinate text is not in the notation that conversionType names.
        A date field.
        A default user type id must be specified to enable automatic account creation for your Enterprise portal.
        A document that links to the map, of services with KML.
        A federated server's own tokens/generateToken, used by its primary site administrator.
        A federated server.
        A field with a default value that an added row omits.
        A file as a feature collection.
        A file of a raster.
        A file of the organization.
        A file that a service wrote.
        A file with the authorities whose certificates the portal trusts, relative to this file.
        A file with the body, relative to this file.
        A file, relative to this file, from which to create the service: a server's answer for its root, or for /layers.
        A file, relative to this file.
        A file, relative to this file: GeoJSON, an Esri FeatureSet, or a layer's description as servers answer it.
        A file.
        A folder of the services directory with only secured services, requested without a token.
        A folder.
        A geometry changed by a line.
        A geometry has no coordinates, or too few.
        A glob on the decoded path: * within a segment, ** across segments.
        A group.
        A header field.
        A job that has ended cannot be cancelled.
        A job.
        A layer of the replica has no global ids, by which rows are known on both sides.
        A layer of the scenario.
        A layer that the request defines.
        A layer: the scenario's, or what its operations show.
        A library that the double needs for this operation could not be loaded.
        A lifetime beyond the short-lived limit was requested without client.
        A list in which each of these is found, in any order; others may be.
        A list of so many elements, or a text of so many characters: a number, or an operator.
        A list, of at least one element, each of which is so.
        A literal body.
        A machine of a data store.
        A machine.
        A member has that name in other letters; names are compared with their case.
        A member's content in the root folder.
        A member.
        A multipart body.
        A notification.
        A number from the first to the second.
        A parameter cannot be read.
        A parameter has a value that the operation cannot take.
        A parameter has a value that there is not.
        A parameter is missing or cannot be read.
        A parameter must be a JSON object, and is not.
        A parameter of export, identify or find is missing or invalid.
        A parameter of the edit cannot be read.
        A parameter of the replica or of the changes cannot be read.
        A parameter that generateToken requires is missing.
        A parameter that the operation requires is missing.
        A payload was not sent, for nothing leaves this machine unasked.
        A point inside each polygon.
        A point without coordinates: x and y are the string NaN, or there is no geometry.
        A portal has two machines at most.
        A portal token bound to an address is not accepted by a server's administrator directory.
        A portal token for a name and password; a server token for a portal token and serverUrl.
        A portal token is exchanged for a serverUrl that no federated server is registered under. issue: a token comes, and no server accepts it.
        A portal token made with client=ip or requestip, presented to a service.
        A recorded response that replaces its description.
        A recorded response that replaces the root.
        A registered app.
        A registered item, without a status.
        A regular expression for the body; its first group is the value.
        A regular expression; its first group is the value.
        A replica.
        A report.
        A request to an authority; no key is behind it.
        A request to send.
        A required field has no value.
        A required parameter is missing.
        A required parameter of the task is missing.
        A resource in a folder.
        A resource of an item.
        A result of a job.
        A ring has three corners or more, a path two positions.
        A role that members have cannot be deleted.
        A role.
        A row of the catalog.
        A search needs q, bbox or categories.
        A server token for a user of the server's own store.
        A server token requested for longer than the short-lived limit, without client.
        A server token was requested (serverUrl) without a portal token.
        A service, with its portal items: Airports.MapServer.
        A sign-in that begins here: loginToRp is a portal's entity id.
        A single portal; null: none.
        A site is imported at the portal's own port alone.
        A site needs a machine.
        A site needs a primary site administrator.
        A small image of a raster.
        A subset of the body of a query with f=pbf, read as JSON.
        A subset of the body.
        A symbol of the legend.
        A task.
        A text in which the regular expression is found.
        A tile from the scenario.
        A tile of a cached map.
        A token bound to a referer, presented to a service without a Referer header.
        A token bound to a referer, presented to portaladmin without a Referer header.
        A token bound to a referer, presented with a different Referer header.
        A token for an app of the same site, for the member of the cookie.
        A token for another app and the same member.
        A token for the primary site administrator; expires is a string.
        A token of the primary site administrator, presented to a service of a federated server.
        A type of service.
        A urlencoded body.
        A user of the enterprise store.
        A user type.
        A user with that name exists in a different case; generateToken is case-sensitive.
        A value contains HTML that the service does not trust.
        A value does not fit the type or the length of its field.
        A value is outside its field's domain.
        A value outside its field's domain.
        A webhook.
        API Key
        Accepts an invitation.
        Access-Control-Allow-Credentials in answers to a request with an Origin.
        Accounts cannot be created by themselves without a default user type.
        Activates a webhook.
        Add Attachment
        Add Features
        Add Spaces
        Add the ending to uploadFileExtensionWhitelist in admin/system/properties.
        Adding an attachment failed.
        Additional groups with which it is shared.
        Additional names in its certificate.
        Adds a certificate under an alias, to be trusted.
        Adds a certificate under an alias; nothing is read of it, and nothing restarts.
        Adds a certificate under an alias; nothing is read of it.
        Adds a file or a text.
        Adds a file, such as a thumbnail, to the item information.
        Adds a file.
        Adds a machine to the site.
        Adds a report.
        Adds a resource to an item.
        Adds a role, which may use services.
        Adds a user, who can sign in.
        Adds an attachment to a row.
        Adds an item to a folder.
        Adds an item.
        Adds fields.
        Adds layers and tables, without rows; takes no lists that the server keeps itself.
        Adds machines.
        Adds members to a group.
        Adds members to the organization, or invites them.
        Adds rasters to the catalog.
        Adds rows.
        Adds the key and the certificate of a PKCS #12 file under an alias.
        Adds the rows of a file to a layer, later.
        Adds the rows of a file to the layer, later.
        Adds, changes and deletes rows.
        All layers.
        Allows a role to use the service, or no longer.
        Allows a role to use the services of the folder, or no longer.
        An ISO 8601 duration after the first match, after which the counts restart.
        An ISO 8601 duration by which the clock must move before the answer is sent.
        An ISO 8601 duration by which to move the clock.
        An OpenID Connect provider.
        An app, for the organization's administrators.
        An attachment of a row.
        An attachment of the edit cannot be read or does not belong to a row.
        An empty object, as the page shows it; it has status below.
        An empty object; what it has is below it.
        An empty result: with or without fields and spatial reference.
        An encrypted parameter cannot be decrypted.
        An error in the door's envelope instead.
        An error occurred. Contact your administrator for more information.
        An event changes the deployment just before it answers.
        An event just before the deployment answers.
        An event.
        An image file, relative to this file.
        An image of a raster.
        An image of the legend.
        An image of the map as KML, of services with KML.
        An image of the map.
        An image: the scenario's, or of its raster.
        An import that asks for object ids first finds no objectIds.
        An input of a job.
        An input of such a job.
        An invitation that waits.
        An invitation.
        An item and its sharing.
        An item of a service or of the scenario.
        An object with these keys, all of them in this order; or with so many: a number, or an operator.
        An upload.
        An uploaded item.
        Annotation Layer
        Announces a file that comes in parts.
        Another answer instead.
        Another operation on the machine is under way.
        Another site issued this token, and this endpoint does not trust that site.
        Another start or stop of the service is under way.
        App bundles: none.
        Appended to the URL.
        Apply Edits
        ArcGIS API for Python 2.4 (use_gen_token): raises the whole answer, details and all
        ArcGIS API for Python 2.4: gets a server token, else raises Token Required (Error Code: 499)
        ArcGIS API for Python 2.4: raises the message (Error Code: 403)
        ArcGIS API for Python 2.4: repeats the request without the token and never sends it to that URL again
        ArcGIS API for Python 2.4: takes it for an answer, and misses the keys it wants (KeyError)
        ArcGIS API for Python chooses its login by the first word of WWW-Authenticate.
        ArcGIS API for Python recognizes only the sign-in page's text: Too many invalid attempts.
        ArcGIS API for Python tries arcgisonline when the page says Error: Invalid client_id.
        ArcGIS API for Python tries its next redirect_uri.
        ArcGIS Enterprise is currently in read-only mode. Contact your administrator for further assistance.
        ArcGIS Online
        ArcGIS Online Basemaps
        ArcGIS Online Content Category Sets
        ArcGIS Online Map Viewer
        ArcGIS Online Vector Basemaps
        ArcGIS Pro runtime
        ArcGIS REST Services Directory Login
        ArcGIS Server
        ArcGIS Server Administrator Directory Login
        ArcGIS Server Manager
        ArcGIS Server Manager is there
        ArcGIS Server Manager is there; what it shows is this double's own
        Area Units
        Areas and Lengths
        Areas and perimeters of polygons.
        As in the root.
        Ask again later, or ask a service with another source.
        Ask again, or continue without access.
        Ask an administrator to enable the user.
        Ask an administrator to start it.
        Ask community/checkUsernames for a free one.
        Ask for a ticket of HTTP at the host that the URL names.
        Ask from one of those, or add it by admin/security/config/update.
        Ask isServiceNameAvailable first, and choose another name.
        Ask status with jobType=export until it is completed.
        Ask the statusURL as it was answered.
        Ask the user again. The portal answers the same for unknown users and enterprise logins.
        Ask what has come of it before it is sent again.
        Ask with f=json, or turn them on in admin/system/handlers/rest/servicesdirectory.
        Assign another user type first, or a role within it.
        Assigns a user type to members.
        Assigns them.
        At a federated server, use a portal member; the site administrator can sign in only at admin.
        Attachment ID
        Attachment IDs
        Attachment Types
        Authenticate as WWW-Authenticate says; Authorization: Bearer is ignored.
        Authentication in front of the portal.
        Auto Complete
        BBOX is minx,miny,maxx,maxy, in the order of the system's axes.
        BGCOLOR is 0xRRGGBB.
        Background Transparent
        Bad Gateway
        Bad Request
        BandNames and BandWavelengths
        Begins an upload in parts.
        Behaviors that override the release's.
        Behind proxies and load balancers, bind to a referer instead.
        Bevel Ratio
        Blue:   Band_3
        Both of an area.
        Bounding Box
        Bounding Box Spatial Reference
        Brings an item back from the recycle bin.
        Brings back what a file keeps.
        Brings edits of a replica in and those of the server out.
        Brings the machine up to date: it is.
        Browsers send only the origin to other sites unless the page's referrer policy allows more.
        Buffer Spatial Reference
        Builds the index again.
        By what server the portal sends mail.
        By what the built-in provider signs; default: rsa-sha256.
        CREATE TABLE GDB_Items(ObjectID INTEGER PRIMARY KEY, UUID TEXT, Type TEXT, Name TEXT, PhysicalName TEXT,
        CREATE TABLE GDB_ReplicaLog(ID INTEGER PRIMARY KEY, ReplicaID TEXT, ReplicaName TEXT, LayerID INTEGER,
        CREATE TABLE GDB_ServiceItems(OBJECTID INTEGER PRIMARY KEY, DatasetName TEXT, ItemType INTEGER,
        CREATE TABLE GDB_SpatialRefs(SRID INTEGER PRIMARY KEY, wkid INTEGER, Definition TEXT)
        CURRENT ROW
        Calculation Type
        Cancels a job that has not ended.
        Cancels a job.
        Cannot perform operation. Invalid operation parameters.
        Cannot perform query. Invalid query parameters.
        CartoDB/cartodb#11317 has the body for a capability that is missing
        CartoDB/cartodb#11317 has the body for a query of a map
        CartoDB/cartodb#11317: a MapServer; inferred of feature services
        CartoDB/cartodb#11317: a service without the capability; inferred of a parameter
        CartoDB/cartodb#11317: of a MapServer; inferred of other services
        CartoDB/cartodb#11317: of a query
        CartoDB/cartodb#11317: the words, for a capability that is missing; inferred here
        CartoDB/cartodb#11317: the words, for a query
        CartoDB/cartodb#6829: 302 to a login page; its path and fields are inferred
        CartoDB/cartodb#6829; koopjs/FeatureServer
        Change it at the provider.
        Change them in that store: of a federated server it is the portal.
        Changes a comment.
        Changes a federated server's role.
        Changes a group.
        Changes a layer and its fields.
        Changes a machine's settings; what is left out is as at first.
        Changes a member's profile.
        Changes a member's role.
        Changes a raster of the catalog.
        Changes a registered item.
        Changes a report.
        Changes a service; with runAsync, as a job.
        Changes a user; a new password ends the tokens.
        Changes a webhook.
        Changes an app's redirect_uris.
        Changes an app.
        Changes an item.
        Changes description, copyright, capabilities and maxRecordCount; layers are ignored.
        Changes how members are made.
        Changes how the site is secured; it can federate the server.
        Changes how webhooks are delivered.
        Changes how wrong passwords lock.
        Changes it.
        Changes its addresses and its role.
        Changes its description and ports.
        Changes its name.
        Changes members.
        Changes rows.
        Changes settings of the organization.
        Changes that.
        Changes the OpenID Connect provider.
        Changes the SAML identity provider.
        Changes the item information.
        Changes the name or the password; its tokens end.
        Changes the order of the ways to sign in.
        Changes the port of its machines.
        Changes the role of a federated server.
        Changes the rules of passwords.
        Changes the settings; a new sharedKey invalidates all tokens.
        Changes them.
        Changes what it allows.
        Changes what new members get.
        Changes where it is and when it is cleaned.
        Changes where users and roles are.
        Check Content-Encoding and the first two bytes.
        Check for error before anything else.
        Check for status: error without an error object; the site's own answers never look like this.
        Check its address and account; store: "unreachable" in the scenario makes this happen.
        Check that capabilities include Catalog.
        Check the connection parameters of the identity store; no credentials help.
        Check the id, and send a member's token.
        Check the id, and send a token.
        Check the name and password; built-in users of the portal are not in the directory.
        Check the name and password; portal users are not users of a standalone server.
        Check the name, and whether the user belongs to another portal or to the server's own store.
        Check the name, its case, and that the request carries a token.
        Check the order of x and y, and the spatial reference.
        Check the provider's log.
        Check the status and Content-Type first.
        Choose a new one.
        Choose another name, or change it.
        Choose another name.
        City, Match_addr,Nothing
        Classes of a layer's rows.
        Classes of the rows of such a layer.
        Clears the cache of descriptions; the double has none.
        Client ID is required for long expiration tokens.
        ClippingGeometry: {
        Close all quotation marks and parentheses.
        Codes that are good once, in place of a second factor's.
        Colormap, ColormapName or Colorramp
        Comment does not exist or is inaccessible.
        Comments on an item.
        Compact Tile Package
        Compare `klist -kte` of the keytab with the service, the realm, the key version and the kind of key of the ticket; write the keytab again after the service's key was changed.
        Compare it with docs/fidelity.md, which lists the documented paths.
        Compare it with docs/fidelity.md, which lists the documented paths; a service needs its type.
        Compare it with the fields of the layer resource.
        Compare it with the layer's geometryType, hasZ and hasM; send a known spatialReference.
        Compare the entity id in the portal's settings.
        Compare the identifier that the provider knows with the portal's entity id.
        Compare the length with Content-Length.
        Compare the reply URL that the provider knows with the portal's.
        Compare with `mock-portal routes`; the verdict names the nearest path.
        Completes an upgrade, once.
        Configures them.
        Content Too Large
        Content items, in addition to those of services.
        Content-Length does not match the body.
        Content-Length is no number
        Conversion Mode
        Conversion Type
        Convex Hull
        Copies an item.
        Could not access any portal machines. Please contact your system administrator.
        Could not access any server machines. Please contact your system administrator.
        Could not connect to the identity store as one or more of the connection parameters is incorrect.
        Could not connect to the identity store as one or more of the connection parameters is incorrect. Verify that you can connect to the identity store outside of ArcGIS Server using the same parameters. [LDAP: error code 49 - Invalid Credentials]
        Could not decrypt token. Token may not be valid.
        Create a site, or join one.
        Create it with another syncDirection.
        Create its site.
        Create the group with access org or private.
        Create the site at portaladmin/createNewSite.
        Creates a cluster.
        Creates a folder.
        Creates a group.
        Creates a hosted feature service without layers.
        Creates a member.
        Creates a role.
        Creates a service.
        Creates a webhook.
        Credentials in the query string of a POST are not allowed.
        Custom data provider
        Custom roles, besides those that every portal has.
        DOI-BLM/requests-arcgis-auth#34 (the sentence up to the bracket; number and envelope are inferred)
        DOI-BLM/requests-arcgis-auth#36 (March 2019)
        DOI-BLM/requests-arcgis-auth: 405 on some portals, 200 on others
        DOI-BLM/requests-arcgis-auth: older servers, no release is named
        DOI-BLM/requests-arcgis-auth: the form is called hiddenform
        DOI-BLM/requests-arcgis-auth; Esri/arcgis-rest-js
        DOI-BLM/requests-arcgis-auth; Esri/solution.js
        DOI-BLM/requests-arcgis-auth; Gleipnir-Technology/arcgis-go
        DOI-BLM/requests-arcgis-auth; headless clients
        Data Editor
        Data item
        Database Name
        Declines an invitation.
        Definition Expression
        Delete Attachments
        Delete Features
        Delete it instead.
        Delete items, or raise storageQuota of the user in the scenario.
        Delete the site first.
        Delete the site instead.
        Delete the views first.
        Deletes a certificate.
        Deletes a comment.
        Deletes a file below info.
        Deletes a folder and the items in it.
        Deletes a folder with its services.
        Deletes a group.
        Deletes a member.
        Deletes a notification.
        Deletes a part of a file.
        Deletes a report.
        Deletes a service.
        Deletes a webhook.
        Deletes an item.
        Deletes an upload.
        Deletes an uploaded item.
        Deletes attachments of a row.
        Deletes it, if nobody has it.
        Deletes it.
        Deletes members.
        Deletes old files; the double keeps none.
        Deletes rasters of the catalog.
        Deletes rows.
        Deletes services.
        Deletes several items.
        Deletes the site with its services.
        Describes a folder anew.
        Describes a role anew.
        Deviation Unit
        Did not receive 'user profile' parameter from the provider.
        Disables a member.
        Disables members.
        Distance Unit
        Distances, areas and centroids.
        Do not trust it.
        Does not.
        Draws a thumbnail; the double draws none.
        ELEVATION < 100
        EPSG's number.
        ERROR 001369: Failed to create the service. Failed to execute (PublishServiceDefinition).  Failed to execute (Publish Portal Service). Failed.
        ERROR: Creating feature class failed.
        ESCAPE takes one character in quotes
        Edits of several layers.
        Edits require POST.
        Email settings have not been configured.
        Empties the log.
        Empty GlobalID.
        Empty relationships and indexes; a second call adds relationships.
        Enables a member.
        Enables members.
        Encrypt with the key that admin/publicKey shows now, PKCS #1 v1.5, and send hexadecimal digits.
        Ends a lockout.
        Ends a registration.
        Ends a relation of the item.
        Ends a replica.
        Ends its registration.
        Ends that.
        Ends the browser's session.
        Ends the password.
        Ends the protection from deletion.
        Ends the registration of an app.
        Ends the relation of two items.
        Ends the session of the form.
        Ends the site with all that it has.
        Enterprise groups of a user: none.
        Enterprise groups: none.
        Enterprise login
        Enterprise users sign in here, built-in users at the portal.
        Error generating token
        Error getting Item Info from DataStore
        Error invoking service
        Error performing query operation
        Error updating file item
        Error: Invalid request
        Escape < and >, or use the elements that Esri lists as supported.
        Esri Colors
        Esri JSON of the geometryType, or xmin,ymin,xmax,ymax of an envelope, or x,y of a point
        Esri Layer Templates
        Esri Styles
        Esri Symbols
        Esri/ArcREST and agsadmin take the token service's address from it
        Esri/ArcREST src/arcrest/ags/_geocodeservice.py writes single quotes
        Esri/ArcREST src/arcrest/geometryservice/geometryservice.py sends no others
        Esri/ArcREST src/arcrest/geometryservice/geometryservice.py sends truth values as Python writes them
        Esri/ArcREST src/arcrest/manageags/_info.py asks it; the answer is inferred
        Esri/ArcREST src/arcrest/manageags/_info.py reads these keys, and currentbuild
        Esri/ArcREST src/arcrest/manageags/_system.py reads jobs; the keys of one are inferred
        Esri/ArcREST src/arcrest/web/_base.py posts it there (2017)
        Esri/ArcREST#106, of services/stopServices
        Esri/ArcREST#241: an old server gives the first page again
        Esri/ArcREST#245; so also in 2025 and 2026
        Esri/ArcREST#335, of a service that is not hosted
        Esri/Survey123Community#276 (10.3.1)
        Esri/Survey123Community#276; Esri/ago-assistant#247
        Esri/Survey123Community#642, Esri/Survey123Community#643: xssInputRule rejectInvalid
        Esri/Survey123Community#642, Esri/Survey123Community#643; the number is documented
        Esri/ago-assistant dojo.js (JS API 3.x)
        Esri/ago-assistant dojo.js (JS API 3.x) looks for 403 with subcode 4 and repeats over HTTPS
        Esri/ago-assistant dojo.js (JS API 3.x) signs out there
        Esri/ago-assistant dojo.js (JS API 3.x): subcode 4, or a message with "ssl" and without "permission"
        Esri/ago-assistant#247 (2018)
        Esri/arcgis-cookbook portal_admin_client reads it
        Esri/arcgis-cookbook server_admin_client
        Esri/arcgis-cookbook server_admin_client; Esri/arcgis-powershell-dsc
        Esri/arcgis-cookbook#31 names the page; what it shows is inferred
        Esri/arcgis-maps-sdk-dotnet-samples#218: Invalid request
        Esri/arcgis-maps-sdk-dotnet-samples#54: the words; that this causes them is inferred
        Esri/arcgis-maps-sdk-dotnet-samples#54; that this causes it is inferred
        Esri/arcgis-maps-sdk-kotlin-samples#101: of createReplica, with a detail; inferred of the others
        Esri/arcgis-maps-sdk-kotlin-samples#101: the words; that this causes them is inferred
        Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade
        Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade: isUpgrade, and how the words begin
        Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade
        Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade looks for code 403 and these words
        Esri/arcgis-powershell-dsc Update-OAuthApplication
        Esri/arcgis-powershell-dsc asks for a token ten times, 15 seconds apart, and gives up.
        Esri/arcgis-powershell-dsc goes on.
        Esri/arcgis-powershell-dsc looks for these words
        Esri/arcgis-powershell-dsc looks for these words, after a second upgrade
        Esri/arcgis-powershell-dsc#130, the words; the code is inferred
        Esri/arcgis-powershell-dsc#239, the words; the code is inferred
        Esri/arcgis-powershell-dsc#269 of 10.8, the words; the code is inferred
        Esri/arcgis-powershell-dsc#273: how it ends; the beginning is as before
        Esri/arcgis-powershell-dsc#464 (portaladmin 11.1); a scene layer in CesiumGS/cesium
        Esri/arcgis-powershell-dsc#464 is about another Referer; clients send none at all
        Esri/arcgis-powershell-dsc#464; Esri/geoservices-js#55
        Esri/arcgis-powershell-dsc#552, #644 and #361: that no token comes; the page is inferred
        Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook
        Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook reads error.code == 499
        Esri/arcgis-python-api#1058; Esri/ago-assistant#182
        Esri/arcgis-python-api#1223: names of units are not read
        Esri/arcgis-python-api#1224; Esri/arcgis-python-api#579
        Esri/arcgis-python-api#2147: a hosted table
        Esri/arcgis-python-api#2169: of a map in 2024
        Esri/arcgis-python-api#2325: the words; that this causes them is inferred
        Esri/arcgis-python-api#343 of 10.6.1, the words; the code is inferred
        Esri/arcgis-python-api#523: generalize fails of the name of a unit, too
        Esri/arcgis-python-api#523: the words; that this causes them is the double's limit
        Esri/arcgis-rest-js ApplicationCredentialsManager sends it
        Esri/arcgis-rest-js ApplicationCredentialsManager tests
        Esri/arcgis-rest-js app-tokens
        Esri/arcgis-rest-js attachments.test.ts has it refused in other words: Invalid or missing input parameters.
        Esri/arcgis-rest-js developer-credentials tests
        Esri/arcgis-rest-js feature-service mocks
        Esri/arcgis-rest-js fixture, 10.5.1
        Esri/arcgis-rest-js fixtures; DOI-BLM/requests-arcgis-auth
        Esri/arcgis-rest-js fixtures; some endpoints say 400 (Gleipnir-Technology/arcgis-go)
        Esri/arcgis-rest-js geoJSONPointResponse.json
        Esri/arcgis-rest-js geocoding mocks
        Esri/arcgis-rest-js geocoding mocks; the attributes of what is not found are inferred
        Esri/arcgis-rest-js geoprocessing mocks
        Esri/arcgis-rest-js getItemInfo asks for it; its text is inferred
        Esri/arcgis-rest-js group mocks
        Esri/arcgis-rest-js item mocks
        Esri/arcgis-rest-js mocks
        Esri/arcgis-rest-js mocks; DOI-BLM/requests-arcgis-auth#12
        Esri/arcgis-rest-js mocks; R-ArcGIS/arcgisutils#84
        Esri/arcgis-rest-js mocks; koopjs/koop
        Esri/arcgis-rest-js packages/arcgis-rest-feature-service/test/attachments.test.ts
        Esri/arcgis-rest-js request tests
        Esri/arcgis-rest-js revoke-token
        Esri/arcgis-rest-js service-admin mocks
        Esri/arcgis-rest-js service-admin mocks, a fixture
        Esri/arcgis-rest-js sharing tests
        Esri/arcgis-rest-js signs in only if the anonymous answer is 499
        Esri/arcgis-rest-js tests
        Esri/arcgis-rest-js validate-app-access
        Esri/arcgis-rest-js#1226; Esri/esri-leaflet#983
        Esri/arcgis-rest-js#1226; OSGeo/gdal#4703
        Esri/arcgis-rest-js#1290 (whole, without details); Esri/arcgis-rest-js#1006
        Esri/arcgis-rest-js#444: createService answers 403 GWM_0003
        Esri/arcgis-rest-js#557 and #703: not before 2020
        Esri/arcgis-rest-js#995; Esri/landscape-modeler-js#22
        Esri/arcgis-rest-js: no bytes without data
        Esri/arcgis-rest-js; Esri/ago-assistant dojo.js (JS API 3.x)
        Esri/esri-leaflet FindSpec
        Esri/esri-leaflet#486: invalid format
        Esri/esri-leaflet#486: invalid format; the exact message is inferred
        Esri/esri-leaflet#486: invalid format; the exact words are inferred
        Esri/esri-leaflet#720; Esri/ago-assistant#252; how it is compared is inferred
        Esri/esri-leaflet-doc#287 (2020; also of a disabled organization)
        Esri/geoevent-datastore-proxy (10.4); Esri/arcgis-rest-js mocks
        Esri/geoservices-js#55, qgis/QGIS#55067
        Esri/hub.js ArcGISContextManager.test.ts has the body
        Esri/hub.js ArcGISContextManager.test.ts, a fixture without details
        Esri/idp, the guide for ADFS
        Esri/idp, the guide for SimpleSAMLphp
        Esri/offline-editor-js#463 (1005); the other numbers are documented
        Esri/offline-editor-js#463: 1005 in May 2016; that it was 10.4 is inferred
        Esri/ops-server-config#728; Esri/arcgis-powershell-dsc#273
        Esri/resource-proxy#320 (10.3): the exchange succeeds, the server says 498
        Esri/resource-proxy#325; pypi.org/project/arcgis/1.5.2
        Esri/resource-proxy#377 (2016, whole; neither text has a full stop)
        Esri/resource-proxy#377; Esri/resource-proxy#320 shows the trouble
        Esri/resource-proxy#432 (the strings; the envelope is inferred)
        Esri/resource-proxy#44 and Esri/resource-proxy#62 report an error page; its words were never shown
        Esri/resource-proxy#44: an error in HTML; Esri/resource-proxy#62: with an HTTP status of its own
        Esri/resource-proxy#500; docs/reference/refusals.md#bodies: three independent files
        Esri/resource-proxy#500; no release is named
        Esri/resource-proxy#511: "Could not decrypt token" in the server's log
        Esri/resource-proxy#534 (how it begins; the rest is as a server's adaptor says it)
        Esri/resource-proxy#534 (the sentence; the envelope is inferred)
        Esri/resource-proxy#60: 405, Method not allowed
        Esri/solution.js tests
        Esri/solution.js tries again with a number behind the title.
        Esri/solution.js#424; Esri/solution.js#449 has the end of the words
        Esri/solution.js#675, the code and the beginning of the words
        Esri/solution.js#675: the code, and the words to the first ten letters
        Esri/solution.js; developers.arcgis.com/rest/users-groups-and-items/servers
        Esri/solutions-webappbuilder-widgets#89; docs/reference/other-services.md#gpserver
        EsriUK/arcgis-dijit-nearest, openaddresses/batch-machine and koopjs/featureservice of 10.3, TerriaJS/terriajs of 10.7 and 11.2, consbio/mapservice-clientlib of 10.81, NYCPlanning/data-engineering of 11.2, Esri/maplibre-arcgis of 11.5
        Exact, /regex/, or null: absent.
        Exact, ordered keys by JSON pointer.
        Exceeded maximum number of users allowed per call.
        Exception has been thrown by the target of an invocation.
        Exchange a user's token.
        Exchange it immediately.
        Exchange it with this server's url as serverUrl.
        Execute Task
        Explorer Web Map
        Export Image
        Export Map Image
        Export Package
        Export to GeoJson or CSV.
        Extend How
        Extent Of Interest
        Failed to create the site. The machine does not have a valid license. Please authorize ArcGIS Server by clicking Start > Programs > ArcGIS > ArcGIS for Server > Software Authorization
        Failed to create the site. The machine does not have a valid license. Please authorize ArcGIS Server by running the authorizeSoftware script found under '/opt/arcgis/server/tools'.
        Failed to create the site. The machine does not have a valid license. Please authorize using the Software Authorization for ArcGIS Server wizard.
        Failed to create the site. The username and password of the primary site administrator must be specified.
        Failed to execute query.
        Failed to generate a token for the user.
        Failed to import GIS services as items within portal.
        Failed to join the site. The site has two machines.
        Feature Access
        Feature Class
        Feature Collection
        Feature Collection Template
        Feature Layer
        Feature Service
        Federate a server and make it the hosting server: hosting: true in the scenario.
        Federate it first: portaladmin/federation/servers/federate.
        Federate the server again.
        Federates a server with the portal.
        Field Worker
        File type not allowed for addResources
        Files that MockPortal does not read, such as service definitions, and the layers that they publish as.
        Files with that ending may not be uploaded.
        Find Address Candidates
        Folder not found
        Forgets a role everywhere below the folder.
        Forgets a role.
        Forgets the server.
        From GeoCoordinateString
        GDAL 3: does not open it, and shows no message
        GET is documented as off by default; no body was ever shown
        GET on a server's tokens/generateToken.
        GET on sharing/rest/generateToken with f=json.
        GET on the server's token service is off by default.
        GET or POST
        GET, POST
        GET, POST, HEAD, OPTIONS
        GET, POST.
        GET: the default content directory. POST: initializes the portal with its first administrator.
        GET: the defaults. POST: makes the machine a site, if its license allows.
        GIS Professional Advanced
        GIS Professional Basic
        GIS Professional Standard
        GSSAPI on this machine, and a keytab with keys that it reads
        Gallery Templates
        Gateway Timeout
        Generate Token
        Geocode Addresses
        GeocodeServer, through the portal: the root, whatever stands behind it.
        Geocoding Service
        Geodata Service
        Geoenrichment Service
        Geometric operations
        Geometries 1
        Geometries 2
        Geometries as one.
        Geometries beside others.
        Geometries in another spatial reference.
        Geometries split by a line.
        Geometries with positions between.
        Geometries within another.
        Geometries without another.
        Geometry 1
        Geometry 2
        Geometry Precision
        Geometry Service
        Geometry Type
        Geometry could not be set.
        Geometry does not have m-values.
        Geometry does not have z-values.
        Geometry update not allowed.
        Geoprocessing Service
        Get a new token from the token service that rest/info names.
        Get a portal token first, then send it as token with serverUrl.
        Get the token from the token service that rest/info of this server names.
        Give info a connectionString or a path.
        Give the answer that the client needs under results of the portal in the scenario.
        Give the answer that the client needs under results of the server in the scenario.
        Give the answer that the client needs under results of the service in the scenario.
        Give the group to another member.
        Give the layer a globalIdField, or use syncModel=none.
        Give the portal the provider's new certificate.
        Give them another role first.
        Gives a machine another name.
        Gives a user roles.
        Gives all that is a member's to another.
        Gives an app another id.
        Gives an item to another member.
        Gives an upload in parts up.
        Gives several items to another member.
        Gives the group to another member.
        Gives users a role.
        Gleipnir-Technology/arcgis-go error.go
        Gleipnir-Technology/arcgis-go error.go: some endpoints of ArcGIS Online
        Globe Service
        Green: Band_2
        Group By Fields (For Statistics)
        Group Layer
        Group application does not exist or is inaccessible.
        Group does not exist or is inaccessible.
        Groups of members.
        HEAD on the portal's generateToken; clients that get a 405 try an empty POST.
        HTML in a value that the service does not trust.
        HTTP Referer
        HTTP Version Not Supported
        Has another provider run it.
        Has clients read the item anew.
        Has clients read the layer anew.
        Has clients read the service anew.
        Have the provider send the NameID as the member's name is written.
        Have the provider sign it; what anybody could send signs nobody out.
        Having Clause
        Header fields, in the same way.
        Header fields, with placeholders.
        Header fields.
        Host and port.
        Hosted Service
        How certain it is that real systems do so.
        How far such work has come.
        How it publishes.
        How jobs end.
        How long a job runs, ISO 8601; default: PT2S.
        How long a job waits, ISO 8601; default: PT0S.
        How long a source that does not work lets a query wait, by the deployment's clock; default: no time.
        How long a start or a stop at admin takes, during which others are refused; default: no time.
        How long its jobs take, and uploads until they are there, ISO 8601; default: PT1S.
        How long starting and stopping its machine takes; default: no time.
        How many crash reports there are: none.
        How many instances are busy, and how many requests there were.
        How many jobs there are, and how they ended.
        How many members have each role or user type.
        How many members, groups and items are indexed.
        How many pixels have each value.
        How many roles there are.
        How many rows a layer has, and where.
        How many rows the layers have, and where.
        How many services use an item: none.
        How many users there are.
        How members sign in.
        How often its pixels have each value.
        How often services were asked, by hour or day.
        How often the pixels of each band have each value.
        How services are spread over machines.
        How the connection ends before the response is complete; the other keys apply to what arrived until then.
        How webhooks are delivered.
        Hub Page
        Hub Site Application
        ID tokens, signed with RS256.
        INTEGER PRIMARY KEY NOT NULL
        Idp does not exist or is inaccessible.
        If the provider has a new certificate, give it to the portal.
        If the token is generated based on the referrer make sure the referrer information is available with every request in header.
        Image Display
        Image Format
        Image Service
        Image Size
        Image Spatial Reference
        Import what the authority made of this alias's generateCSR.
        In House
        In degrees, send an angular unit, or geodesic=true with a length; of a buffer also bufferSR.
        In degrees.
        Incorrect user ID or password. Type the correct user ID and password, and try again.
        Indoors User
        Input Geometry
        Input Spatial Reference
        Insights Analyst
        Install it: packages of the double ask for it, or carry it along.
        Install libgssapi-krb5, and name a keytab that klist -k can read.
        Install the file of PROJ-data, or name another transformation.
        Intel(R) Xeon(R) CPU E5-2698 v3 @ 2.30GHz
        Internal Server Error
        Invalid JSON in 'text' parameter.
        Invalid Token
        Invalid Token.
        Invalid URL
        Invalid certificate.
        Invalid client_id
        Invalid code
        Invalid code_challenge_method
        Invalid code_verifier
        Invalid credentials
        Invalid definition for System.Collections.Generic.List`1[ESRI.ArcGIS.SDS.Metadata.LayerCoreInfo]
        Invalid field name.
        Invalid format.
        Invalid grant_type
        Invalid metadata.
        Invalid or missing input parameters.
        Invalid parameters
        Invalid parameters.
        Invalid redirect_uri
        Invalid refresh_token
        Invalid request
        Invalid response_type
        Invalid signUpMode.
        Invalid token
        Invalid token.
        Invalid user license type.
        Invalid username or password.
        Invalid values for role and/or user license type parameters.
        Invalid verification code.
        Invitation does not exist or is inaccessible.
        Invitation or Automatic
        Invite the person, or turn sign-up on: disableSignup=false in portaladmin/system/properties.
        Invite the user; the NameID must match the user name, including its case.
        Invites members to a group.
        It has clear.
        Item already exists in target folder
        Item cannot be recycled.
        Item does not exist in this folder.
        Item does not exist or is inaccessible
        Item does not exist or is inaccessible.
        Item exceeds max size of 20 categories.
        Item info file does not exist or is inaccessible.
        Item part does not exist or is inaccessible.
        ItemId INTEGER, ItemInfo TEXT, AdvancedDrawingInfo TEXT)
        Its URL for users.
        Its URL in response bodies.
        Its URL; {server} and {portal} are filled in. An item with a service's URL is that service's item.
        Its capabilities: updateitemcontrol for a group whose members may change items.
        Its categories.
        Its category.
        Its client id.
        Its description.
        Its details.
        Its file or service name.
        Its id.
        Its id; default: one derived from the name.
        Its internal URL.
        Its keywords.
        Its kind.
        Its language: en-us.
        Its latitude.
        Its layers.
        Its length.
        Its longitude.
        Its machines.
        Its media type.
        Its message.
        Its name in the path.
        Its name in this file.
        Its name on the sign-in page.
        Its name, in its exact case.
        Its name.
        Its name; default: the file's.
        Its number.
        Its own port.
        Its own store, used while it is standalone.
        Its own token service.
        Its parameters, as its description lists them.
        Its relationships.
        Its server role.
        Its services.
        Its sign-in form and its codes.
        Its sign-in form and its signed responses.
        Its sign-out page, and its answers to requests to sign out.
        Its subtypes, as in its description.
        Its summary.
        Its tags.
        Its templates, as in its description.
        Its text.
        Its title.
        Its type keywords; a web map has the usual ones by default.
        Its type.
        Its types, as in its description.
        Its variables and dimensions, those of the scenario.
        JS API 3.x and 4.x repeat the request over HTTPS when subcode is 4.
        JS API: asks to sign in
        JS API: asks to sign in as somebody else, unless messageCode is COM_0056, COM_0057 or SB_0008
        JS API: reads rest/info, exchanges the portal's token, else asks to sign in
        JS API: the sign-in dialog stays and names an invalid user
        JSON shows its type itself
        Job does not exist or is inaccessible.
        Joins a group, or asks to.
        Joins by an invitation.
        Joins the site of another server of the scenario.
        Keeps the portal as it is in a file.
        Keeps the services as they are, under a location.
        Keeps the site as it is, under a location.
        Kerberos cannot be spoken on this machine.
        Knowledge Graph
        LAW Search
        Label Points
        Layer Definitions
        Layer not found.
        Leads to the sign-in page, and from there back.
        Leave it out: sourceSchemaChangesAllowed and isView are set when the service is created.
        Leave out forStorage, or give the role premium:user:geocode:stored or premium:user:geocode.
        Leave out isView, and an initialExtent that is null.
        Leaves a group.
        Length Unit
        Length Units (WKID)
        Lengths of polylines.
        Let it show another one first.
        Let the client begin with Kerberos; further legs of SPNEGO are not emulated.
        Let the webhook's url be on loopback, or name its host under webhookHosts of the portal.
        Lets a role publish or administer, or only use services.
        Lets them in.
        License the server as GIS Server Standard or Advanced.
        Licenses of a license server: none.
        Licenses: none.
        Lines trimmed at or extended to a line.
        Linux 5.14
        List it by content/users/{username}?inRecycleBin=true; items are there for 14 days.
        Listings: none.
        Literal answers by path below the context, as admin/system/licenses: JSON, or { file }.
        Literal answers by path below the context, as sharing/rest/portals/self/usage: JSON, or { file }.
        Literal answers by path below the service: JSON, or { file }.
        Living Atlas Analysis Layers
        Look at portals/self/securityPolicy.
        Look at status in the body: the HTTP status is 200. Authorize the machine, and try again.
        Look at the server's logs; in a scenario, publishing.dataStore of the portal.
        Look for a page where JSON was asked for; choose another alias, or delete the certificate.
        Looks at the data anew: they are as they were.
        Magic Key
        Make a new token for each request, also for one that is repeated.
        Make another member an administrator first.
        Makes a KMZ file of KML in JSON.
        Makes a certificate signed by itself.
        Makes a machine the primary one of a data store.
        Makes a machine without a site the second one of another portal's.
        Makes members managers, or managers members.
        Makes one file of the parts.
        Makes one; it answers with a page.
        Makes the configuration store usable again: it is.
        Makes the index anew.
        Makes the item information what it was at first.
        Makes the portal read-only, or ends that.
        Makes the services what they were when they were exported.
        Makes the shared directories usable again: they are.
        Makes the site what it was when it was exported.
        Map Extent
        Map Service
        Max Allowable Offset
        Max Deviation
        Max Locations
        Max Segment Length
        Members cannot update their profiles.
        Members of the organization cannot change their profiles.
        Members of the root.
        Members who change their own password need the old one.
        Method Not Allowed
        Method not allowed
        Method not supported.
        Microsoft Windows Server 2019
        Missing 'geometry' for identify operation.
        Missing GlobalID.
        Mobile Worker
        Mock Organization
        MockPortal cannot write images in that format.
        MockPortal does not emulate finding the places of addresses; coordinates and none it does
        MockPortal does not emulate services of that type.
        MockPortal does not fetch the geometries that a URL names.
        MockPortal does not make or read this format.
        MockPortal does not read files of this type.
        MockPortal does not write files of this format.
        MockPortal scenario
        More than 25 users were named in one call.
        Mosaic Layer
        Most follow, and a POST arrives as a GET without its form.
        Moved Permanently
        Moves an item to another folder.
        Moves it.
        Moves several items.
        NAME ==
        NAME ASC
        NAME ASC, N DESC
        NAME DESC
        NAME upwards
        Name the file and the layers that it publishes as under publishing.packages of the portal.
        Name the service in the scenario, with its json and results.
        Name the user as user@REALM, or as user@DOMAIN with the first word of the web server's own realm, with provider: enterprise.
        Names a license manager.
        Names another indexing service; nothing is sent to it.
        Names are case-sensitive; take them from rest/services.
        Network Analysis Service
        No Content
        No address is near the location.
        No app of this portal has that client id.
        No code came.
        No federated server has such a role or function.
        No group with that id is visible to the caller.
        No image service has a raster function of that name.
        No item has that id, or it is not public and the request is not signed in.
        No job has that id.
        No job of the item has that id.
        No member has that name, and the portal does not add new members automatically.
        No member with that name is visible to the caller.
        No portal answers at that address, or its administrator is a different one.
        No portal of this release has a resource or an operation at this path.
        No projection between the two spatial references is known.
        No server answers at that adminUrl, its administrator is a different one, or its release cannot be federated.
        No server answers at that adminUrl, or it belongs to another portal.
        No server of this release has a resource or an operation at this path.
        No server with that id is federated with the portal.
        No service of this type and release has a resource or an operation at this path.
        No site answers at that adminURL, or its administrator is a different one.
        No site here issued this token, or its key has changed since.
        No such tile or style exists.
        No user with that name exists in this store.
        No where clause specified.
        Nobody joins the organization without an invitation.
        Nobody of that name asked to join the group.
        Not Found
        Not Implemented
        Not Modified
        Not a valid target username
        Not drawn when zoomed in beyond this scale; 0: no limit.
        Not drawn when zoomed out beyond this scale; 0: no limit.
        Not emulated.
        Nothing answers at this path.
        Nothing is checked out here.
        Nothing more is sent from this stage on; the connection stays open.
        Nothing of that kind and name is there.
        Notices and further settings.
        Number Of Digits
        Number Of Results
        Numbers of the pixels of each band.
        OAuth apps.
        OGC 01-068r3 and OGC 06-042; owslib's requests in scenarios/clients
        OGC 06-042 and OGC 01-068r3; the texts are inferred
        ORDER BY
        Object IDs
        Object ids: whole numbers, or doubles such as 6.4579816E7.
        Object is missing.
        Object reference not set to an instance of an object.
        Offset Distance
        Offset How
        Offset Unit
        Omit client, or send client=referer with a referer.
        Omit client, or send client=referer; to bind to an address, send client=ip and ip.
        Omit fields with editable: false.
        Omit the parameter.
        Omit the parameter; docs/fidelity.md lists what is emulated.
        Omit token for public resources.
        One folder of the catalog.
        One layer.
        One of them, with the services that use it.
        One of them.
        One row.
        Online Map
        Only administrators of the organization may do this.
        Only feature services with rows can be exported.
        Only hosted services can be administered at rest/admin.
        Only hosted services have this operation.
        Only the member and administrators may see the member's content.
        Only the organization's administrators may see and register apps here.
        Only the owner, the managers and administrators may change a group.
        Only this one of the matching requests, counted from 1.
        OpenID Connect
        OpenID Connect Core 1.0
        OpenID Connect Core 1.0 section 3.1.3.4; RFC 6749 section 5.2; the answer is inferred
        OpenID Connect Core 1.0; RFC 7517
        OpenID Connect Discovery 1.0
        OpenID Connect discovery.
        Operation rolled back.
        Operations of the administrator directory accept only POST.
        Operations that change content accept only POST.
        Order By Fields
        Origin, Accept-Encoding
        Out Fields
        Output Spatial Reference
        Output Statistics
        PARTITION BY
        POST request should not contain username and password in the query string
        POST securityConfig as security/config shows it.
        POST to the same URL
        POST to the same URL, or allowHttpGet in the server's tokens
        POST tokenManagerConfig with type and properties, as admin/security/tokens shows them.
        POST with f=json, or the sign-in page of oauth2/authorize
        PRAGMA temp_store=MEMORY
        PROJ installed
        PROJ installed: libproj-dev (apt), proj (brew)
        PROJ knows no spatial reference of that number or text, or no formulas of it.
        Pagination is not supported.
        Pairs of geometries with a relation.
        Parameters of a form alone, in the same way.
        Parameters of the query alone, in the same way.
        Parameters of the query or a form; * matches anything, null means absent.
        Parent Layer
        Password does not meet the password policy of the organization.
        Password was used before.
        Path TEXT, Definition TEXT)
        Pauses a webhook.
        Plain HTTP at a portal whose organization requires HTTPS (allSSL).
        Poll machines/<name>/status until realTimeState is configuredState, then try again.
        Poll status until realTimeState is configuredState, then try again.
        Polygons in the gaps of others.
        Portal Admin
        Portal Administrator Directory Login
        Portal does not exist or is inaccessible.
        Post SAMLResponse in base64, exactly as in the provider's page.
        Post the provider's metadata as idpMetadataFile, or entityId, bindingUrl and certificate.
        Present the certificate of a user who has one, over HTTPS.
        Present the certificate that was issued for the user.
        Process Spatial Reference
        Professional Plus
        Protects an item from deletion.
        Protects the group from deletion.
        Provisioned listings: none.
        Public keys in reply and keystore don't match
        Publish feature access with Create, Update, Delete and Editing.
        Publish the service with the capability, or use another service.
        Publishers administer services; sign in as an administrator for the rest.
        Publishes the data of an item as a hosted feature service.
        Puts an authority's certificate of the key in the place of its own.
        Puts one hosted service in the place of another.
        Puts the parts of a file together.
        Puts the parts of an upload together.
        QGIS 3: the layer is invalid, Error 498: Invalid Token
        QGIS 3: the layer is invalid, Error 499: Token Required
        Quantization Parameters
        Query Attachments
        Query Domains
        Query Related Records
        Query the layers inside the group.
        Query with returnIdsOnly=true; deleted rows do not come back.
        R-ArcGIS/arcgisutils NEWS
        RELATE(G1, G2, 'T*F**F***')
        REL_GLOBALID TEXT, CONTENT_TYPE TEXT, ATT_NAME TEXT, DATA_SIZE INTEGER, DATA BLOB)
        RFC 4120 section 3.2.3: a server must refuse a replayed authenticator
        RFC 4559 section 4.1: a server that cannot accept the data answers 401 with a WWW-Authenticate field; the page is inferred
        RFC 6749 section 4.1.2: ten minutes are recommended; the portal's are inferred
        RFC 6749 section 5.2
        RFC 6749 sections 4.1.1 and 4.1.3; what the answer says is inferred
        RFC 6749 sections 4.1.2 and 5.2; what the answer says is inferred
        RFC 7636 section 4.6; what the answer says is inferred
        RFC 9110 section 15.5.2: credentials that were sent are refused by the same 401
        RGB Composite
        Raster Dataset
        Raster Function Templates
        Raster Layer
        Raster of another service
        Rates an item.
        Read statusMessage; publish and export answer before their work is done.
        Read the details; a client that checks only addResults does not notice a rollback.
        Read the messages.
        Read the reason; it names the field.
        Read the reason; it names the row or the column.
        Reads groups again; there are none.
        Real portals have this path, but MockPortal does not emulate it.
        Real servers have this path, but MockPortal does not emulate it.
        Real services have this path, but MockPortal does not emulate it.
        Real services have this raster function, and MockPortal does not emulate it.
        Reassign or delete them first.
        Receives a response that the identity provider sends unasked.
        Receives the OpenID Connect provider's code.
        Receives the identity provider's requests to sign out, and its answers.
        Receives the identity provider's response.
        Receives the sign-in page's name and password; redirects to the app with a code or a token.
        Red:    Band_1
        Redirects followed.
        Redirects the browser to the OpenID Connect provider.
        Redirects the browser to the identity provider.
        Register it or a prefix of it; scheme, host and port must be the same.
        Register the app, or use the client id of an app of this portal.
        Register the portal's metadata with the provider.
        Registered App
        Registers a SAML identity provider.
        Registers a directory.
        Registers a federation.
        Registers a provider too: a client's unregister posts there by mistake.
        Registers a server.
        Registers a web adaptor, or a reverse proxy as one.
        Registers an OpenID Connect provider.
        Registers an app: itemId, appType, redirect_uris.
        Registers an item under another path.
        Registers an item.
        Registers an uploaded extension.
        Registers one.
        Registers the services as items of the portal.
        Registers, updates or unregisters one.
        Regular expressions to find in the body.
        Relates the item to another.
        Relates two items.
        Relation Parameter
        Relationship ID
        Relationship does not exist or is inaccessible.
        Rely on nothing between requests.
        Removes a certificate.
        Removes a resource of an item.
        Removes a role, which nobody has any more.
        Removes a server from the portal.
        Removes a user, whose tokens end.
        Removes all rows, or their attachments.
        Removes an item from groups, for administrators.
        Removes an item from groups.
        Removes every trace of a job.
        Removes fields.
        Removes it.
        Removes layers and tables.
        Removes machines.
        Removes members from a group.
        Removes several items from groups.
        Removes the thumbnail.
        Removes them.
        Rename one of the two; the provider's suffix helps.
        Rename the file, or update the item that has it.
        Renames a folder, as the ArcGIS API for Python asks.
        Renames a folder.
        Renames a service.
        Renew the subscription; a search still finds the items.
        Replaces a part of a file.
        Replaces a registered extension.
        Replaces a resource of an item.
        Replaces an attachment.
        Replaces them, by a file or by fileData.
        Report the reason, and do not continue without TLS.
        Request Header Fields Too Large
        Request Timeout
        Request a new image.
        Request a new one before expires, with a margin for clock differences.
        Request a token from the portal that rest/info names.
        Request a token from the portal that rest/info names; this server accepts it.
        Request fewer rows, or use simpler conditions.
        Request it with client=referer, or without client and with a referer.
        Request several smaller images.
        Request the token with client=referer.
        Requested operation is not supported by this service.
        Resource already present
        Resource does not exist or is inaccessible.
        Result Offset
        Result Record Count
        Retry where that is safe.
        Return Count Only
        Return Distinct Values
        Return Extent Only
        Return Geometry
        Return IDs Only
        Return M
        Return True Curves
        Return Z
        Reverse Geocode
        Revokes a token (auth_token).
        Role does not exist or is inaccessible.
        Rollback On Failure
        Root folder
        Rows of the catalog.
        Run the upgrade.
        Runs the task immediately.
        SAML profiles 4.1.4.3; what the portal's page says is inferred
        SAML profiles 4.4; as oidc/{idp}/signout, whose path was captured
        SAML profiles 4.4; what the portal's page says is inferred
        SQL Type
        SQLite cannot be opened
        SSL Required
        SSL, TLS or NONE
        SUBSTRING takes two or three values
        Says what a license would give, without a token.
        Scene Service
        Scripts that test the HTTP status alone go on without a site.
        Search Extent
        Search Fields
        Search Text
        Search instead; a search finds shared items.
        See advancedQueryCapabilities for what the layer supports.
        See advancedQueryCapabilities, and the other keys that begin with supports.
        See advancedQueryCapabilities.supportsPagination; query by object ids instead.
        See capabilities of its root.
        See capabilities; publish the service with Query.
        See hasAttachments.
        See replicas of the service; a replica ends when it is unregistered or closed.
        See supportedQueryFormats.
        See the ServiceException.
        See the field's nullable and defaultValue.
        See the parameter named in the verdict.
        See the parameter that the verdict names.
        See the parameter's dataType in the task's description.
        See the texts that toGeoCoordinateString writes.
        See which of the task's parameters are required and have no defaultValue.
        Send JSON in text.
        Send PEM or DER to be trusted, and PKCS #12 with its password where a key is wanted.
        Send S256.
        Send SAMLRequest or SAMLResponse: in a form in base64, in a query deflated first.
        Send SingleLine, or fields that the root lists in addressFields.
        Send a list of objects with title and categories.
        Send a new GUID with every added row.
        Send a number in the bounds.
        Send a role and functions as the REST API spells them.
        Send a service's definition to the service and a layer's to the layer.
        Send addItem with multipart=true, then addPart with partNum from 1 on, then commit.
        Send adds, updates or deletes.
        Send adminURL, and the name and password of the site's administrator.
        Send appendItemId or appendUploadId with appendUploadFormat, or edits with a feature collection.
        Send at most 25 at a time.
        Send client=referer with a referer, or request at most shortLivedTokenValidity.
        Send client_id.
        Send creatorUT, not CreatorUT.
        Send dates in milliseconds since 1970 and strings no longer than length.
        Send exactly the same one, including its query.
        Send f=json; without f, the answer is a page.
        Send fileName with an extension.
        Send it by POST.
        Send it in parts.
        Send it.
        Send machineAdminUrl, and the name and password of an administrator of that portal.
        Send multipart/form-data with a part named attachment that has a filename.
        Send one of the documented values.
        Send originItemId, destinationItemId and relationshipType as relatedItems shows them.
        Send password with the old one and newPassword with the new one.
        Send password, newPassword and newPassword2.
        Send privileges as the REST API spells them, as portal:user:createItem.
        Send q=* to find everything.
        Send response_type=code.
        Send role=org_user, org_publisher or org_admin.
        Send sourceServiceName and sourceLayerId of a hosted feature service.
        Send system/emailSettings/update first.
        Send the JSON file of My Esri.
        Send the Referer for which the token was requested.
        Send the data in base64, with the parentGlobalId of a row.
        Send the exact name of a member.
        Send the file as multipart/form-data; take the itemID from the answer of upload or register.
        Send the full URL of a listed page as Referer; its origin alone is not enough.
        Send the geometries themselves.
        Send the id of a hosted feature service's item.
        Send the itemId of an Export Package that export of a group made.
        Send the jobId that publish, export or generate answered, with the item that it names.
        Send the name as the portal spells it. The OAuth sign-in page accepts any case.
        Send the number of a unit: 9001 is a meter, 9002 a foot, 9035 a survey mile.
        Send the parameter that the verdict names.
        Send the parameters in the body of a POST.
        Send the redirect_uri that was sent to authorize.
        Send the request by POST, as many clients do from 2,000 characters on.
        Send the url and the adminUrl of a server that is not federated.
        Send the url that portals/self/servers lists, not the adminUrl or an alias of the host.
        Send the user, the password, and for LDAP the URLs.
        Send the verifier from which the challenge was computed (RFC 7636).
        Send them in parts.
        Send them in the body of a POST.
        Send them in the body; an administrator can allow the query string (allowHttpPostQueryParams).
        Send toReplaceItemId and replacementItemId of two hosted services of one kind, both the member's.
        Send url, adminUrl, and the name and password of the server's primary site administrator.
        Send username and password.
        Send username, password and, unless client is ip or requestip, referer.
        Send what the client's GSSAPI or SSPI makes for the service.
        Send where=1=1.
        Sends a message to members.
        Sends a notification to members.
        Server Name
        Server does not exist or is inaccessible.
        Server machine
        ServerGen INTEGER, SyncModel TEXT, SyncDirection TEXT)
        Service Unavailable
        Services Directory has been disabled.
        Services here do not accept a portal token bound to an address.
        Services here do not accept the exchanged token of an app.
        Services of this release do not accept the token of an app.
        Set a time-out for reads.
        Set a time-out for the whole answer.
        Set both clocks; Kerberos allows five minutes unless krb5.conf says otherwise. Then kinit again.
        Set its client certificates to ignore.
        Set recycleBinEnabled by portals/self/update, or delete the item for good.
        Set siteMode=EDITABLE by admin/mode/update.
        Set supportsLogoutRequest, and give the portal metadata with a SingleLogoutService.
        Set the defaults of new members first.
        Set wms: true for the service.
        Sets a member's password.
        Sets a new password.
        Sets fields of many rows.
        Sets the categories of several items.
        Sets the member's properties.
        Sets the thumbnail.
        Settings of portals/self, in place of the double's: bingKey, urlKey, rotatorPanels.
        Share the item with the user, a group of theirs, or the organization.
        Shares an item, for administrators.
        Shares an item.
        Shares it, or ends that.
        Shares several items.
        Sign In
        Sign in
        Sign in again, or exchange it before it expires.
        Sign in again.
        Sign in as another administrator, and POST admin/security/psa/enable.
        Sign in by OAuth (oauth2/authorize) in a browser; generateToken never works for such users.
        Sign in by OAuth in a browser, where the portal asks for a new password.
        Sign in by OAuth; applications without it need the second factor turned off.
        Sign in through the identity provider; generateToken still accepts built-in users.
        Sign in to it.
        Sign out
        Sign up is disabled for this portal.
        Signed out
        Signing in
        Simpler geometries.
        Simplified Chinese
        Simplify Result
        Simulated failures; the first that strikes applies.
        Single Line Input
        SlopeType 3
        Something in front of the server answers instead.
        Something of that kind and name is there.
        Spatial Reference
        Spatial Relationship
        Sql expression syntax error.
        Start again at oauth2/authorize.
        Start again at oauth2/signout.
        Start again at oidc/authorize.
        Start the engine that --state names, or wait for it; what only reads goes on meanwhile.
        Start the server and create its site; then federate.
        Starts a job that packs tiles of a cached map.
        Starts a job that says how large such a package would be.
        Starts a job.
        Starts its machines.
        Starts services.
        Starts the machine.
        Starts the service.
        Starts, stops or removes it, or makes it the primary one.
        Stops its machines.
        Stops services.
        Stops the machine: the site can be administered, and hosts nothing.
        Stops the service.
        Store new credentials in the item.
        Stream Service
        Sub Layers
        Submit Job
        Subscription is disabled, the item is not accessible
        Suggestions for a text.
        Supported Operations
        Supports all ArcGIS Raster Datasets
        Synchronize the clocks, or sign in again.
        Synchronize the clocks.
        TIME is an instant of ISO 8601, or two with a slash.
        TLS ends with an alert, or presents a certificate that should not be trusted.
        Take fewer levels or a smaller extent.
        Take it as done.
        Take it from sslCertificates.
        Take one of the choiceList in the task's description.
        Take the id from community/users/{username}/invitations.
        Take the id from content/users/{username}, under folders.
        Take the id from portaladmin/federation/servers.
        Take the id from portals/self, or use self.
        Take the id from portals/self/idp.
        Take the id from portals/self/roles.
        Take the id from portals/self/servers.
        Take the id from portals/self/userLicenseTypes.
        Take the id from portals/self/webhooks.
        Take the id from the item's comments; only who wrote it may change it.
        Take the name from admin/system/directories.
        Take the name from rest/services.
        Take the name from the group's applications.
        Take the name from the item's resources.
        Take the name from the item's thumbnail.
        Take the name from the list above it.
        Take the name from the list above the resource.
        Take the name from the list.
        Take the owner from content/items/{id}.
        Takes a license.
        Takes a machine from the site.
        Takes a part of a file.
        Takes a rating back.
        Takes a role from users.
        Takes an authority's answer.
        Takes an invitation back.
        Takes invitations back.
        Takes roles from a user.
        Takes rows offline.
        Takes the second machine from the site.
        Takes the services from the portal's items.
        Target Geometries
        Target Geometry
        Terms and conditions
        Terms of use.
        TerriaJS/terriajs capture of 10.61; other releases inferred from it
        TerriaJS/terriajs capture of 10.71; other releases inferred from it
        TerriaJS/terriajs captures of 10.04, 10.61, 10.71 and 11.1; maptalks/maptalks.js of 9.3
        TerriaJS/terriajs legends of 10.04 and 11.1
        TerriaJS/terriajs tile_identify
        TerriaJS/terriajs tile_legend
        Tests/Golden/arcgis/batch-machine/ua-kharkiv-statistics.json: 10.11; pyesridump us-ca-tuolumne, 10.11, of a layer whose id is SHAPE.fid has the database's
        Tests/Golden/arcgis/batch-machine/us-al-cullman-metadata.json: 10.51
        Tests/Golden/arcgis/batch-machine/us-al-cullman-metadata.json: 10.51; none at 10.71
        Tests/Golden/arcgis/batch-machine/us-ks-brown-metadata.json: 10.01, us-ny-orange-metadata.json: 10.02; openaddresses/pyesridump us-ca-carson: 10.0
        Tests/Golden/arcgis/batch-machine/us-nm-washington-metadata.json: 10.31; geoview/configHistoricalFloodMetadata.json: not at 10.81
        Tests/Golden/arcgis/batch-machine/us-ny-orange-0.json: 10.02
        Tests/Golden/arcgis/batch-machine/us-tx-waco-metadata.json: 10.41, not at 10.31
        Tests/Golden/arcgis/errors/err_hosted_invalid_field.json; on a server reported
        Tests/Golden/arcgis/errors/err_hosted_invalid_url.json is of a hosted service
        Tests/Golden/arcgis/errors/err_hosted_invalid_url.json: of a hosted service; of others inferred
        Tests/Golden/arcgis/errors/err_service_not_found_404_b.json and seven other hosts
        Tests/Golden/arcgis/esri-dump/ImageServer_json_Download.json describes None: A No-Op Function.
        Tests/Golden/arcgis/fmp-app/vts-tile.json: 10.81; tileMap is documented: developers.arcgis.com/rest/services-reference/enterprise/vector-tile-service/
        Tests/Golden/arcgis/geoview/configNonMetalMetadata.json: 10.81
        Tests/Golden/arcgis/koop-featureservice/features-empty.json is one; no release is known
        Tests/Golden/arcgis/koop-featureservice/statsFail.json: the text; that this causes it is inferred
        Tests/Golden/arcgis/koop-featureservice/statsFail.json; five clients
        Tests/Golden/arcgis/koop-featureservice/statsFail.json; that other causes say it is reported
        Tests/Golden/arcgis/maplibre/service-info.json: 11.5
        Tests/Golden/arcgis/mapservice-clientlib/feature-layer.json: 10.81
        Tests/Golden/arcgis/mapservice-clientlib/feature.json: 10.81
        Tests/Golden/arcgis/mapservice-clientlib/image.json: 10.5
        Tests/Golden/arcgis/mapservice-clientlib/map-layer.json: 10.5, not at 10.41
        Tests/Golden/arcgis/mapservice-clientlib/map-layers.json: 10.5; a group at 10.71 has none
        Tests/Golden/arcgis/mapservice-clientlib/map.json: 10.5
        Tests/Golden/arcgis/restjs-mocks/responses__SharingInfo.json: the order at 10.41; the releases of its keys are inferred
        Tests/Golden/arcgis/solutionjs/templates__sampleWebToolServiceJson.json: 11.2
        Texts of coordinates.
        The ArcGIS API for Python takes the page for a success.
        The ArcGIS Data Stores of the site.
        The ArcGIS Servers.
        The HTML form of tokens/generateToken; it issues nothing.
        The HTTP status for a wrong name or password at a server's tokens/generateToken.
        The HTTP status.
        The HTTP status; default: 200.
        The KMZ files.
        The OpenID Connect provider, for administrators.
        The REST handler.
        The SAML identity provider by its id.
        The SAML identity provider, for administrators.
        The SOAP handler.
        The Server field of a server's answers: empty, or omitted.
        The TLS handshake fails: an alert, or a certificate that should not be trusted.
        The URL of its help.
        The URL of the built-in identity provider.
        The URL of the first portal, without a slash at its end, in the scheme of the step.
        The URL of the first server.
        The URL of the portal with that name.
        The URL of the server with that name.
        The URLs of the hosting server.
        The WMS request cannot be answered.
        The address at a location.
        The address by which it is found and shown.
        The address fields of a GeocodeServer.
        The address is not one of allowedAdminAccessIPs.
        The address; default: the portal's.
        The administrator directory's root; without the trailing slash, 302 to it.
        The alias; default: the name.
        The allowed values.
        The answer is sent slowly.
        The answer of content/items/{id}/data: JSON, in which {server} and {portal} are filled in, or the name of a file.
        The answer stops, and the connection stays open.
        The answer to request=getToken at a server's token service: the bare token, or JSON.
        The answer waits until the deployment's clock has advanced.
        The app has not registered that redirect_uri.
        The app that is registered with an item.
        The areas within distances of geometries.
        The attachments of a row.
        The attachments of its rows.
        The attachments of several rows.
        The attributes of a candidate, and of a reverse geocoded address.
        The authenticated caller.
        The bands of its raster.
        The best candidates for several addresses.
        The body is compressed without being requested or declared, or is only declared so.
        The body is compressed without being requested or declared, or only declared so.
        The body, with placeholders.
        The built-in identity provider's metadata.
        The bytes for the socket, which replace everything else.
        The bytes that the member's items may have; default: 2 TiB.
        The cache does not have that tile.
        The call is only allowed over HTTPS.
        The caller's rating of an item.
        The caller; without a token, 499 in a 200.
        The callers that its proxy, sharing/servers/{id}, answers.
        The candidates for an address.
        The catalog has no raster with that id.
        The catalog: the folders and services that the caller may see.
        The categories cannot be read.
        The categories of members.
        The categories of the group's items.
        The certificate as a file.
        The certificates of the portal's web server, by alias.
        The claim of the user name; default: preferred_username.
        The claim that a member's nameId is; default: sub.
        The client certificate belongs to no user.
        The client software.
        The clusters of the site: one, until others are created.
        The code has expired.
        The code is unknown or already used, or the client, redirect_uri or verifier does not match.
        The code is unknown, belongs to another app, or was already used.
        The code of the second factor is wrong.
        The code or refresh token was requested with a different redirect_uri.
        The codes and their names.
        The colors of values.
        The columns of statistics: outStatisticFieldName, or the database's MIN(OBJECTID) AS THE_MIN.
        The comments on an item.
        The condition that every row must meet.
        The connection ends inside the body.
        The connection is reset at this stage.
        The connection is reset.
        The constraint rules for every row.
        The content of the organization, or of its recycle bin.
        The contingent values of a layer.
        The contingent values of layers.
        The convex hull of geometries.
        The coordinates of texts.
        The copyright text.
        The corners in degrees: [[west, south], [east, north]].
        The creation time, ISO 8601.
        The credentials that the item keeps for the proxy; default: none.
        The custom data providers.
        The data item has no connection, or its store cannot be reached.
        The data of the service, in XML.
        The data of the service.
        The data store of the hosting server cannot create anything.
        The datasets behind layers.
        The datasets of a big data file share.
        The datum transformations between two spatial references.
        The decoding of the value.
        The deepest level; default: 23.
        The default lifetime of a token in minutes; default: 60.
        The definition cannot be read, or has neither layers nor tables.
        The definition expression of a layer is invalid.
        The definition has a list that the server keeps itself.
        The definition has a member that cannot be updated.
        The definition has a value that a hosted service of Enterprise does not take.
        The deployment's clock, in milliseconds since 1970.
        The deployment's replicas cannot agree on a change now.
        The description in hosted layers.
        The directory has no user with that name and password.
        The display name.
        The distance of two geometries.
        The domains of several layers.
        The door answers with an error from the scenario.
        The door, as `mock-portal routes` lists them.
        The edit changes a field that clients may not write.
        The email address.
        The engine that keeps what replicas share does not answer; nothing was changed.
        The engine took the change and has not confirmed it: it is made if it came in time, or never.
        The error codes of failed edits: the database's HRESULT, or those of feature-service-error-codes.
        The error message of the rule.
        The error number of the rule; default: -1.
        The error of Content-Length: "+10", "-5".
        The error.code for a service that does not exist.
        The error.code for an invalid token at the sharing API.
        The exact body.
        The existing tiles, those of the scenario.
        The expected first rule id; null: none.
        The expected response; keys that are absent are not checked.
        The export has not written the item's data yet.
        The extensions of the service.
        The extensions, by file name.
        The extent of an empty result: four strings NaN, or null.
        The extent to zoom to.
        The features at a location.
        The federation resources.
        The field of the other layer that is equal; default: the same name.
        The field of this layer.
        The field that represents a row.
        The field whose values are its types.
        The field with the global ids; rows without one get one that never changes.
        The field with the object ids; default: found or created.
        The field with the time of creation.
        The field with the time of the last change.
        The field with the user.
        The field's name.
        The field's new name.
        The fields by name: what the source does not show, or all.
        The fields with the creator, the editor and the times.
        The fields with the time of a row.
        The file cannot be read as the type that was sent with it.
        The file is no license.
        The file.
        The files of rasters.
        The files of the organization.
        The files that download lists.
        The first name; default: the full name.
        The first rows of each group, of a hosted layer.
        The first segment of its paths.
        The folders of services.
        The form of oAuthInfo in the sign-in page, which programs read.
        The full URLs of pages that it answers; default: all.
        The full name.
        The fullVersion in rest/info, if it is not the release's own.
        The functions that it offers.
        The geometries, or the answer, would be larger than MockPortal computes.
        The group is for its members, and the caller is none.
        The group is protected from deletion.
        The group layer that contains it.
        The group of the identity provider whose people are in it, where logins.saml has updateGroupsAtSignin.
        The group owner cannot leave the group.
        The group's id.
        The group's thumbnail.
        The groups of a user: none.
        The groups of fields with contingent values.
        The groups that match q.
        The groups that may see it.
        The groups that the provider has the user in.
        The groups with which it is shared.
        The handlers.
        The helperServices of portals/self; {server} and {portal} are filled in. Default: the portal's geocoders.
        The home page, to which a sign-in that began at the provider leads.
        The host names of the machine itself, which lead past the web adaptor and its authentication.
        The host names that its web adaptor answers to; others get no portal. Default: any name.
        The hosts that payloads of webhooks may be sent to, beside those on loopback.
        The identity provider cannot be registered with what is given.
        The identity provider cannot read the request, or does not know who sent it.
        The identity provider does not answer.
        The identity provider has no user with that name and password.
        The identity provider keeps the member's password, not the portal.
        The identity provider wants the portal's request signed, with the key that it knows.
        The identity provider wants the request to sign out signed, by SHA-256.
        The identity store cannot be reached.
        The image is larger than maxImageWidth or maxImageHeight.
        The inputs of a job.
        The invitations that wait for the member.
        The invitations that wait.
        The issuer of a provider elsewhere, on loopback; absent: the built-in provider.
        The item belongs to another member or is in another folder.
        The item does not have that file.
        The item has a resource of that name.
        The item has no such comment, or it is another member's.
        The item has no such part of a file, or none at all.
        The item has no such resource.
        The item information.
        The item is in that folder already.
        The item is no export package, or holds nothing of what was asked for.
        The item is protected from deletion.
        The item type in Esri's words: Web Map, Feature Service.
        The item's data.
        The item's proxy answers only the pages that its owner listed.
        The items are not related so.
        The items of a group as an item of their own.
        The items of a group that match q.
        The items of a group.
        The items of such an item, shared with a group.
        The items related to an item.
        The items that match q and that the caller may see.
        The jar that keeps cookies and the connection.
        The job has no value with that name, or none yet.
        The job that began with the item failed.
        The jobs of a geoprocessing service.
        The jobs of a time, a status, a user.
        The key of the portal's tokens.
        The key that verifies them.
        The key that web adaptors share with the site.
        The key to encrypt parameters with.
        The keys of rest/info: up to 10.0 neither fullVersion nor SOAP URLs.
        The keytab, relative to this file.
        The kind of login.
        The labels, as in drawingInfo.labelingInfo.
        The languages of the portal's pages.
        The languages of the portal.
        The largest file that may be uploaded.
        The largest lifetime of a token in minutes; default: 1440.
        The largest number of characters.
        The largest number of rows in an answer.
        The largest number of strikes.
        The last name; default: none.
        The layer cannot be changed so.
        The layer cannot store the geometry.
        The layer does not answer in that format.
        The layer has no attachments.
        The layer has no relationship with that id.
        The layer has no row with that id.
        The layer has no rows: it is a group layer or a raster layer.
        The layer has only the rows that meet it.
        The layer lacks the capability that the edit requires.
        The layer or service does not list the capability Query.
        The layer or table on the other side.
        The layer's description says that it does not support the parameter.
        The layer's id; default: 0.
        The layer's item information.
        The layer's thumbnail.
        The layers of the scenario.
        The layers that a view's layer shows.
        The layers that it publishes as.
        The layers.
        The license file is not valid.
        The limits of scheduled tasks.
        The list has no entry of that name.
        The list in its description.
        The list in its root.
        The list in the FeatureServer's root: Create,Delete,Query,Update,Editing.
        The locator.
        The lockout of a portal's built-in account after wrong passwords.
        The lockout of a server's own accounts, including the primary site administrator.
        The log resources.
        The log, newest first.
        The machine already belongs to a site.
        The machine does not belong to a site.
        The machine has no license, and no site can be created on it.
        The machine that answers, without a token.
        The machine's certificates.
        The machine's name, without a token.
        The machine's name.
        The machine's operating system; default: linux.
        The machine.
        The machines of a data store: one.
        The machines of the portal, one or two.
        The machines of the site.
        The machines that are in no cluster.
        The map as WMS 1.1.1 and 1.3.0.
        The media type of f=json at a server.
        The member has a folder of that title, in whatever case.
        The member has an item with a file of that name, in whatever folder.
        The member has no folder with that id.
        The member has no such invitation.
        The member owns items or groups and cannot be deleted.
        The member's files.
        The member's items would have more bytes than the member's quota.
        The member's notifications.
        The member's properties.
        The member's role does not allow keeping what a locator finds.
        The member's role lacks the privilege that the operation needs.
        The member's thumbnail.
        The member's user type.
        The members of a group, a page at a time.
        The members of a group.
        The members that match q.
        The members, a page at a time.
        The members.
        The message for a service that does not exist.
        The message to sign out is not signed with the provider's key.
        The message with which every job of publish fails; default: none does.
        The messages of a finished job.
        The messages of a job.
        The metadata file of an external provider, relative to this file.
        The metadata of a layer, in XML.
        The method; default: GET, or POST with a body.
        The name and password, or the token, are not accepted here.
        The name belongs to a built-in account.
        The name of a resource needs an extension.
        The name of the file, or the title of its item.
        The name or id of one of the portal's roles, in place of role.
        The name or number, as portals write it.
        The name with the folder: Folder/Name.
        The name, in its exact case.
        The name.
        The new password of a first sign-in.
        The new password.
        The new role: its id, or the name of one that the scenario makes.
        The new security configuration cannot be read.
        The new settings of the token service cannot be read.
        The new user type, by its id.
        The number of bytes of the body to send.
        The number of rows on each side.
        The number of runs, which must all pass.
        The number of the parts of a file.
        The numbers of a raster.
        The numbers of a report.
        The numbers of the parts of a file.
        The object ids in the catalog.
        The old password is wrong, or the new one is not given twice.
        The older name of portals/self.
        The older name of tokens/generateToken.
        The only administrator of the organization stays one.
        The only machine of a portal cannot leave it.
        The operation cannot be performed on a non-simple geometry.
        The operation changes the site, and was sent by GET.
        The operation is not supported through the web adaptor.
        The operation was attempted on an empty geometry.
        The operations on Esri's content.
        The operations on apps.
        The operations on enterprise groups.
        The operations on enterprise users.
        The operations that run by themselves.
        The order of the rows of pages without orderByFields: by object id, as the source has them, or another one for each page.
        The order of the ways to sign in.
        The organization and, with a token, the caller.
        The organization does not let its members share a group with everybody.
        The organization has a member of that name.
        The organization has a role with that name.
        The organization has a service with that name.
        The organization has no recycle bin, or the item may not be deleted.
        The organization has no role with that id.
        The organization has no user type with that id; ids are case-sensitive.
        The organization has no webhook of that id.
        The organization has turned off built-in logins.
        The organization needs at least one administrator.
        The organization requires HTTPS.
        The organization's categories.
        The organization's limit; -1: none.
        The organization's subscription is disabled: nobody opens its items.
        The organization's subscription.
        The organization, by its id.
        The organization.
        The organization; a client joins the paths incorrectly, and portals accept it.
        The origins that browsers may call from; ["*"] allows all.
        The origins that may call.
        The output directory does not have that file, or it was deleted after ten minutes.
        The owner of a group cannot leave it.
        The owner's folder; default: the root.
        The owner; default: the portal's first administrator.
        The package would have more tiles than maxExportTilesCount.
        The page of a first sign-in, and its security question.
        The page of a group, by its id.
        The page of a member, by user.
        The page of an item, by its id.
        The page that asks for the code of a second factor.
        The page that asks to accept the terms.
        The page that shows the code, for apps without a redirect URI.
        The page, thread or issue.
        The pages of the services directory are turned off.
        The parameter would change the result, and MockPortal does not emulate it yet.
        The parameter would change the result, and MockPortal does not emulate it.
        The parts of an upload.
        The parts that have come.
        The password is among the member's last ones, which the policy forbids.
        The password is not managed by the portal.
        The password is not what the organization's policy demands.
        The password of the user has ended, and a new one is wanted.
        The password.
        The password; for an enterprise user, only the provider knows it.
        The path that rest/info of a federated server gives for the portal's token service.
        The percentage of the remaining requests, selected by the seed.
        The pixels at points.
        The places for a text, an early operation of the World locator.
        The places of a GeocodeServer, or a GeoJSON file with them.
        The portal administrator directory's root.
        The portal cannot reach the server, or it has no site.
        The portal does not sign out together with its provider.
        The portal does not support that grant type.
        The portal got no tokens or no profile from the OpenID Connect provider.
        The portal has a member with that name.
        The portal has been initialized.
        The portal has no certificate with that alias.
        The portal has no hosting server.
        The portal has no identity provider of that id.
        The portal has no member of that name to whom something could be given.
        The portal has no organization with that id.
        The portal has no role with that id, or a new member has none.
        The portal has no site yet, and so no organization.
        The portal has not been initialized.
        The portal has nothing of that name.
        The portal has nothing to upgrade.
        The portal is in read-only mode: nothing can be changed.
        The portal issues tokens over HTTPS only.
        The portal item, if it is shared differently from the service.
        The portal knows no mail server.
        The portal site has not been initialized. Please create a new site and try again.
        The portal site has not been upgraded. Please upgrade the site and try again.
        The portal wants an encrypted assertion, and the provider sent a plain one.
        The portal with which it is federated.
        The portal's URL in rest/info.
        The portal's client id there.
        The portal's entity id.
        The portal's generateToken over plain HTTP. Documentation says HTTPS only; no refusal has been shown.
        The portal's metadata for the identity provider. Requires a token.
        The portal's name.
        The portal's name; optional if there is one portal.
        The portal's own database.
        The portal's properties.
        The portal's upgrade is not complete.
        The portals.
        The primary site administrator can no longer sign in, and its tokens end.
        The primary site administrator can sign in again.
        The primary site administrator is disabled.
        The primary site administrator is not a portal user; services of a federated server do not know it.
        The primary site administrator.
        The properties in its description.
        The properties of all services.
        The provider encrypted its assertion, and the portal cannot decrypt it.
        The provider reports that the sign-in failed.
        The provider's certificate that the portal knows has expired.
        The provider's code is unknown, already used, expired, or for another sign-in.
        The provider's name for a member.
        The provider's name for the user.
        The providers of services.
        The providers that can run it.
        The query cannot be read.
        The query has no where, objectIds or other filter.
        The query names a field that the layer does not have.
        The query requests a page, and the layer does not support pagination.
        The query takes longer than MockPortal allows.
        The rasters.
        The recycle bin has no such item of the member.
        The redirect URIs.
        The refresh token has expired.
        The refresh token is unknown or belongs to another app.
        The refresh token was exchanged or revoked, or its user's password has changed.
        The regions of an organization.
        The registered data.
        The registered items of a kind.
        The related rows of another layer.
        The relationship classes.
        The release and the token service; clients read it first.
        The release of the sharing API, a string.
        The release that it reports on.
        The release, and who asks.
        The release, without a token.
        The release.
        The release; portals exist from 10.3.1 on.
        The renderer, as in drawingInfo.renderer.
        The replica does not go in that direction.
        The replicas.
        The request has no address to look for.
        The request has no client_id.
        The request has no file.
        The request names no edits.
        The requested capability is not supported.
        The requested image exceeds the size limit.
        The resource accepts only GET and POST.
        The resource does not answer in that format.
        The resource is not public, and the request has no token.
        The resources below it.
        The resources of an item in a ZIP file.
        The response answers no request to sign out, or one that was answered already.
        The response comes from a provider other than the portal's.
        The response does not answer this sign-in's request.
        The response has expired.
        The response is addressed to another URL.
        The response is intended for another service provider.
        The response is not a readable SAML response.
        The response is not signed with the provider's key that the portal knows.
        The response is not valid yet.
        The response was already used.
        The result of such a job.
        The results of a job.
        The role allows more than the member's user type.
        The role is assigned to members.
        The role of this layer.
        The role.
        The roles besides the three of every portal.
        The roles in the server's own store; an access of { roles } names them.
        The roles of a standalone server that may see it.
        The roles of a user.
        The roles of the store, by pages.
        The roles that may do something.
        The roles whose names contain a text.
        The root folder.
        The roots of registered data.
        The row comes before the column; clients that swap them get only this.
        The row has no attachment with that id.
        The row of the attachment.
        The row violates a constraint rule of the layer.
        The rows of a layer with values of window functions.
        The rows of a layer, summed by ranges of a value.
        The rows of a layer, summed by ranges of time.
        The rows of a layer.
        The rows of several layers.
        The rows of such a layer.
        The rows that contain a text.
        The rules of lockout as installed.
        The rules of passwords and of lockout.
        The rules of passwords as installed.
        The same endpoint without rest; accepts GET for the exchange and for web-tier logins.
        The same in a folder.
        The same metadata.
        The same of an area.
        The same of one item.
        The same resource in a folder.
        The same resource without rest.
        The same token came before.
        The same, as a client asks.
        The same, by its older name.
        The same, for clients that add it.
        The same.
        The scenario provides neither an image nor the data to draw one.
        The scene has no layer with that id.
        The scene.
        The scheme of {portal} and {server}.
        The scopes; default: openid profile email.
        The score of a full match; default: 100.
        The security configuration could not be read.
        The security configuration, federated or not.
        The seed for tokens and ids; default: random.
        The server answers over HTTPS only, and redirects there.
        The server belongs to another portal.
        The server belongs to no portal, where its services could be items.
        The server cannot reach the directory that has its users.
        The server directories.
        The server has no folder with that name.
        The server has no layer that the view could show.
        The server has no service with that name and type, and no folder.
        The server has no service with that name and type.
        The server is being upgraded.
        The server is federated, and its own token service is closed.
        The server is federated; its own token service does not know portal users.
        The server no longer accepts the credentials that the item keeps.
        The server no longer has the portal's key and cannot read its tokens.
        The server's license does not cover a hosting server.
        The server's name; optional if there is one server.
        The server's properties.
        The server's store has no user with that name and password.
        The servers federated with the portal.
        The servers federated with the portal; id is self or the organization's. Requires a token.
        The service does not allow changes of geometries.
        The service does not list the capability that the operation requires.
        The service has no layer with that id.
        The service has no network layer with that name.
        The service has no operation of that id.
        The service has no replica with that id.
        The service has no task with that name.
        The service has no tile cache.
        The service is WMS.
        The service is a single raster without a catalog.
        The service is stopped.
        The service lacks the capability that the operation requires.
        The service of an uploaded service definition.
        The service was published without WMS.
        The service whose tickets count, alone or with its host (HTTP/portal.example.com); default: HTTP.
        The service's item information.
        The service's name.
        The service's thumbnail.
        The service, with adminServiceInfo.
        The service.
        The services cannot take each other's place.
        The services of a folder.
        The services of the folder with their states.
        The services of the site, for its administrators.
        The settings of data stores.
        The settings of the SOAP handler.
        The settings of the identity store lack something that it cannot do without.
        The settings of the log.
        The settings of the server's own token service.
        The settings of the services directory.
        The settings of usage reports.
        The sides of a geometry cross so often that MockPortal does not mend it.
        The sign-in form for browsers.
        The sign-in page with the object that programs read, or a redirect for a known user.
        The sign-in was not started here, is already complete, or took too long.
        The signed certificate is of another key.
        The simulated defects of the built-in provider.
        The site does not require an upgrade.
        The site has no machine with that name.
        The site has no server directory with that name.
        The site is already configured at this time.
        The site is in read-only mode.
        The site needs no upgrade.
        The size in bytes; default: the source's.
        The size that path and query exceed, in bytes as sent.
        The slices of its dimensions.
        The smallest and largest object id of outStatistics: those of the rows, or unrelated ones.
        The smallest and the largest value.
        The social networks by which people may join.
        The source behind the layer does not work, and its description does not show it.
        The spatial reference of the source's coordinates; default: the source's own, or 4326.
        The speed in wall time.
        The start of the deployment's clock, ISO 8601, or an object; default: the machine's time.
        The state of the data store of the hosting server; default: working.
        The state of the source behind it; default: working.
        The status of a job.
        The status of a replica's job.
        The status of an asynchronous edit.
        The status of an item's upload, or of a job.
        The status of an operation with async=true.
        The status of append.
        The status of such a job.
        The style from the scenario.
        The suffix of user names.
        The symbols of chosen layers.
        The symbols of the layers.
        The tags of the member's items, with counts.
        The task failed.
        The task has no job with that id.
        The task has the other execution type.
        The tasks of a GPServer.
        The tasks.
        The text of an item of this type must be JSON.
        The thumbnail that the item names.
        The ticket has ended or not begun, or the clocks of client and server differ.
        The ticket is for another service of the keytab.
        The ticket is good, and its principal is no user of the portal.
        The ticket is not for a key of the keytab.
        The tiles.
        The time of the last change, ISO 8601.
        The time zones.
        The token does not say all at once.
        The token has expired.
        The token is bound to a referer other than the request's.
        The token is bound to a referer, and the request has no Referer header.
        The token is bound to an address other than the request's.
        The token is valid, but its user is neither an administrator nor a publisher.
        The token is valid, but its user is not an administrator of the portal.
        The token is valid, but the resource is not shared with its user.
        The token manager configuration could not be read.
        The token of an app (client_credentials), presented to a service directly.
        The token of an app, exchanged for a server token, presented to a service.
        The token service, as info has it.
        The token service.
        The token was exchanged for another server.
        The token was invalidated before it expired: by a new password, a disabled user, or revocation.
        The token was issued to an app at the machine's own address, past the authentication of the web adaptor.
        The token was requested with a client other than referer, ip and requestip; services do not accept it.
        The transformation needs a file that is not installed, and the coordinates are those of another one.
        The transparency in percent.
        The type of its geometries.
        The type; default: what the source holds.
        The type; default: what the source's values show.
        The types of relational stores that are registered: one.
        The types of service.
        The unit is an angle where a length is needed, or a length where an angle is.
        The unit is none: names of units are not read.
        The upload has no such part, or waits for its commit.
        The upload is not there, or what belongs to it is missing.
        The uploaded items.
        The uploads: a resource with operations.
        The usage reports.
        The user exists; the password is wrong.
        The user has a second factor, for which generateToken cannot ask.
        The user has denied your request
        The user is disabled.
        The user may enter the directory, but not run this operation.
        The user name and password are in the query string of a POST.
        The user name and password are in the query string.
        The user names of its managers, in addition to the owner.
        The user names of its members.
        The user pressed Cancel.
        The user signs in through an enterprise identity provider; only the provider knows the password.
        The user type; default: creatorUT.
        The user types.
        The user whose client certificate is presented.
        The user's name.
        The users of a role.
        The users of one: there is none.
        The users of the store, by pages.
        The users whose names contain a text.
        The value in a new row.
        The value in the row.
        The value is not one that the policy can have.
        The value of a parameter is invalid.
        The value of a pixel.
        The value of an input is not in the parameter's choiceList.
        The value of an input is not of the parameter's data type.
        The value that identify returns: a number, or several separated by commas.
        The values of its output parameters: JSON, or { file } of JSON.
        The ways to sign in.
        The ways to travel, those of the scenario's layer.
        The web adaptor cannot reach any machine of the site.
        The web adaptor does not answer to that name.
        The web adaptors.
        The web server in front of the portal accepts client certificates, and knows none of this one.
        The web server in front of the portal requires a client certificate, and none was sent.
        The web server in front of the portal requires authentication before the portal does.
        The web server in front of the site does not accept a URL of that length.
        The web server shows that certificate.
        The webhooks of the organization.
        The well-known text, if it has no number.
        The where clause is invalid.
        The year in which ArcGIS Online is asked; default: the newest that is known.
        There is no privilege of that name.
        There is no such operation.
        There is no user type with that id; ids are case-sensitive.
        There is none that you may see.
        This is no readable LogoutRequest and no LogoutResponse.
        This one of the matching requests, and all later ones.
        This operation is not supported.
        This path does not accept that method.
        This portal has no form for requesting tokens.
        Those that match.
        Those who asked to join.
        Tile Package
        Timed out.
        To GeoCoordinateString
        Token Expired.
        Token Required
        Token Required.
        Token is valid but access is denied.
        Token would have expired, regenerate token and send the request again.
        Too Many Requests
        Too many invalid attempts. Please try again later.
        Too many wrong passwords have locked the account for a while.
        Topologically correct geometries.
        Transfer-Encoding in HTTP/1.0
        Transform Forward
        Treat code 404 as done.
        Trim Extend
        Trim Extend To
        True curve update not allowed.
        Try again later.
        Try again later; services may answer in the meantime.
        Turn encryption off at the provider, or on in the portal, and give the provider the portal's new metadata.
        Turn encryption on at the provider, or off in the portal.
        Turn supportSignedRequest and useSHA256 on in the portal.
        Turn supportSignedRequest on, and give the provider the portal's metadata of now.
        Two-step verification
        URI Too Long
        UTM zone
        Unable to add feature service definition.
        Unable to add feature service layer definition.
        Unable to add users.
        Unable to append features.
        Unable to complete  operation.
        Unable to complete Query operation.
        Unable to complete operation.
        Unable to create folder.
        Unable to create role.
        Unable to delete feature service layer definition.
        Unable to delete group. Delete protection is turned on.
        Unable to delete item. Delete protection is turned on.
        Unable to delete item. This service item has a related Service item.
        Unable to delete role.
        Unable to delete user: the user owns items or groups.
        Unable to export item.
        Unable to find address for the specified location.
        Unable to generate certificate
        Unable to generate features.
        Unable to generate token
        Unable to generate token for this server
        Unable to generate token.
        Unable to get 'token' from the request or cookie, for server token.
        Unable to import certificate
        Unable to import the package.
        Unable to login using Idp. Error validating encrypted Assertion. Unwrapping failed.
        Unable to login using Idp. IDP supports Encrypted SAML Assertion, but sends unencrypted Assertion
        Unable to parse the query.
        Unable to perform query operation.
        Unable to perform query. Please check your parameters.
        Unable to publish item.
        Unable to read the metadata.
        Unable to register the server.
        Unable to replace service.
        Unable to reset password.
        Unable to reset the password.
        Unable to set privileges.
        Unable to sign in, logins are by invitation only. Please contact the administrator of this web site to access this site.
        Unable to sign you in to ArcGIS Enterprise
        Unable to sign you out of ArcGIS Enterprise
        Unable to update feature service definition.
        Unable to update feature service layer definition.
        Unable to update security policy.
        Unable to update user role.
        Unauthorized access
        Unauthorized access. Token not found. You can generate a token using the 'generateToken' operation.
        Unfederate it there first.
        Union Results
        Unique constraint violation error on inserting the value.
        United Kingdom
        United States
        Unprocessable Content
        Unprotect it first.
        Unrecognized user license type id
        Unregister machines of portals that have two.
        Unregister one first.
        Unregisters an extension.
        Unregisters an item.
        Unregisters it.
        Update Attachment
        Update Features
        Update only attributes.
        Update your profile
        Upgrade in progress.
        Upgrade the portal
        Upload every part, then commit them.
        Uploaded item
        Uploads a file.
        Uploads a part.
        Usage report
        Use Folder/Name.Type, as admin/services lists it.
        Use GET or POST.
        Use Global IDs
        Use POST with f=json, or sign in by OAuth in a browser.
        Use POST, or GET on sharing/generateToken (without rest) to exchange a token.
        Use POST.
        Use POST; an administrator can turn on GET.
        Use a code or a number of the field's domain.
        Use a function that the service lists in rasterFunctionInfos, or a well-known one.
        Use a level and a location that have data.
        Use a member who may publish: org_publisher or org_admin.
        Use a name from the root's tasks; print and other widgets need the task's URL, not the service's.
        Use a name of admin/machines.
        Use a name that the root lists; results of the scenario name them: "Route/solve".
        Use a number of EPSG or Esri.
        Use a portal user's token; the site administrator is for /admin.
        Use a service of the hosting server's folder Hosted.
        Use a token of one of its members; the groups of an item name such groups all the same.
        Use a token of one of them.
        Use a user's token.
        Use an administrator's token, or set updateUserProfileDisabled=false.
        Use an administrator's token.
        Use an id from attachmentInfos.
        Use an id from the layer's relationships.
        Use an id that a query with returnIdsOnly=true returns.
        Use an id that returnIdsOnly=true returns.
        Use an id that the root lists.
        Use an id that the service's root lists.
        Use another function, or give the answer under results of the service.
        Use dataFormat=json or sqlite, and edits in JSON.
        Use export.
        Use https.
        Use it at the address where it was issued.
        Use levels from tileInfo and tiles within fullExtent.
        Use png, png8, png24, png32, jpg, gif, bmp, tiff, pdf, svg, svgz or ps.
        Use spatial references of EPSG or ESRI; vertical ones and custom transformations are not computed.
        Use standardized SQL with the layer's fields.
        Use standardized SQL: comparisons, LIKE, IN, BETWEEN, IS NULL, AND, OR, NOT.
        Use submitJob for esriExecutionTypeAsynchronous, execute for esriExecutionTypeSynchronous.
        Use the folder that exists, or another title.
        Use the jobId that submitJob returns.
        Use the machine's name and port 7443.
        Use the name of the web adaptor, or the machine's own with its port.
        Use the primary site administrator, or a portal administrator's token requested with client=referer.
        Use the scheme NTLM for it, or get a ticket first: clients fall back silently when they have none.
        Use the statusUrl of the answer.
        Use the token of a member with the role org_admin.
        Use the token returned by the exchange.
        Use updateResources, or another name.
        User Name
        User cannot share group to public.
        User does not exist or is inaccessible.
        User does not have permissions to store geocoding results.
        User folder does not exist.
        User name
        User name and password in the query of a POST to a server's tokens/generateToken.
        User name and password in the query string of the portal's generateToken.
        User storage quota exceeded.
        Users and roles come from a store that the server does not change.
        Validate SQL
        Validates a clause.
        Values to keep for later steps, by name.
        Vector Tile Service
        View Service
        Views show the service.
        WGS 84
        WMTS is a second door to the same tiles, which tile and export give
        Wait for esriJobSucceeded, then follow paramUrl.
        Wait longer, or time out.
        Wait, or ask an administrator to unlock it; until then even the right password is refused.
        Wait, or end the mode at portaladmin/mode/update.
        Web Application Templates
        Web Experience
        Web Map
        Web Mapping Application
        Web Scene
        Web adaptor
        WebContextURL as https://host/context
        Webapp URL
        Webhook does not exist or is inaccessible.
        What `check` does and expects.
        What a MapServer answers to a where clause that it cannot read.
        What a backup asks for.
        What a browser gets at the portal's generateToken.
        What a code of the log stands for.
        What a geodatabase does when a row is split.
        What a geodatabase does when rows are merged.
        What a popup shows of a row.
        What a role may do.
        What a secured service answers without a token.
        What a service answers to a signed-in user who may not see it.
        What a service answers to an invalid token; basemap is the text in Esri/esri-leaflet-vector#68.
        What a user may do.
        What a web tier "iwa" accepts Kerberos tickets with.
        What all web adaptors share.
        What an ImageServer has in addition to its catalog, which is its first layer.
        What came after Negotiate is NTLM, where tickets of Kerberos are asked for.
        What came after Negotiate is no token of Kerberos.
        What changed since a generation.
        What happens to the other edits when one fails, without rollbackOnFailure.
        What happens, in one sentence.
        What happens.
        What is in a file: publishParameters.
        What is known of its bands.
        What is to be appended cannot be found, or cannot be read.
        What is wrong between the portal and the provider.
        What it allows, as the REST API names it: portal:user:createItem.
        What it allows.
        What it does: one of these.
        What it is for.
        What it runs in, which determines its descriptions; default: as the release does.
        What its machine is licensed for; default: advanced.
        What its queries do not support: false; default: all.
        What members did, as CSV or JSON.
        What new members get.
        What runs beside the server.
        What the built-in provider signs; default: assertion.
        What the identity provider says of the user.
        What the login page of the services directory of a federated server asks for.
        What the machine is.
        What the portal is licensed for, by level.
        What the portal is licensed for.
        What the portal refused, and what its administrators did.
        What the profile says.
        What the scenario shows, in one sentence.
        What the server is licensed for from now on.
        What the sign-in page asks for before the member gets in; default: done, nothing.
        What the site is licensed for.
        What the stream would bring.
        What the web server in front does with client certificates; default: ignore.
        What was bought besides: nothing.
        What was sent is no certificate of that kind, or its password is another one.
        What was sent to a webhook.
        When it strikes: all conditions must be met. Default: always.
        Where browsers sign in.
        Where browsers sign out.
        Where enterprise users are.
        Where further claims are; default: those of the ID token are all.
        Where it starts, ISO 8601; default: the machine's time.
        Where the OpenID Connect provider sends the browser after it signed out.
        Where the behavior was reported.
        Where the portal keeps its files.
        Where the portal redeems codes.
        Where the provider's keys are.
        Where the schema is, for editors; it changes nothing.
        Where the site keeps its configuration.
        Where to get a package.
        Whether Esri's content is shared.
        Whether GET returns tokens; default: as the release does.
        Whether a MapServer has feature access, and what may be edited.
        Whether a client certificate is issued; the ready file names it.
        Whether a data store's machine is well: it is.
        Whether a failed edit reports the HRESULT in addition to its code.
        Whether a folder or a service exists.
        Whether a hosted service may have that name.
        Whether a member may use an app.
        Whether a service can be created.
        Whether a start at admin succeeds and never ends: it stays STARTING.
        Whether a store can be reached.
        Whether a tile outside the map is blank instead of missing.
        Whether an item can come back.
        Whether an item can go to the recycle bin.
        Whether an item has a connection.
        Whether an item may be deleted.
        Whether an organization's address is free.
        Whether answers carry X-Mock-Portal-Because.
        Whether backups are incremental.
        Whether built-in accounts may sign in.
        Whether clients may take tiles along by exportTiles; default: false.
        Whether content from elsewhere is shown.
        Whether each sign-in updates the member's name and address from the assertion; default: false.
        Whether each sign-in updates who is in the groups with a providerGroupName; default: false.
        Whether every item has a connection.
        Whether fieldAliases has its last field twice.
        Whether geometries may be changed; default: true.
        Whether hosted layers forbid its deletion.
        Whether it also gives KML; default: as the description says, or false.
        Whether it also serves WMS.
        Whether it can be reached.
        Whether it cannot be deleted; default: false.
        Whether it could send; nothing is sent.
        Whether it has cached tiles, in Web Mercator.
        Whether it is a source of open data; default: false.
        Whether it is disabled.
        Whether it is drawn by default.
        Whether it is the portal's hosting server.
        Whether it lost the portal's key.
        Whether it may be changed; default: true.
        Whether it may be null; default: true.
        Whether it runs.
        Whether it stands until a step or a call moves it.
        Whether it was initialized; default: true.
        Whether its subscription is active; default: active.
        Whether joining requires an invitation; default: true.
        Whether members may share groups with everybody; default: true.
        Whether name and password may be in the query; default: as the release does.
        Whether only its managers may add items; default: false.
        Whether pages are cut from all rows before the filter, so that one can be empty and have the flag.
        Whether queries support it.
        Whether related rows are deleted with this layer's rows.
        Whether requests may define dynamic layers; default: from 10.1 on.
        Whether rest/info of a federated server names the organization (owningTenant).
        Whether resultOffset is supported.
        Whether rows have attachments.
        Whether services require tokens.
        Whether several items may be given to another member.
        Whether signing out of one signs out of the other, portal and provider; default: false.
        Whether submitJob or execute runs it.
        Whether the access token goes in a header field, or in the URL; default: true.
        Whether the body keeps its content coding.
        Whether the built-in provider encrypts its assertions for the portal's key; default: false.
        Whether the directory with its users can be reached; default: reachable.
        Whether the machine belongs to a site; default: true.
        Whether the machine runs.
        Whether the organization requires HTTPS.
        Whether the portal is well; without a token.
        Whether the portal may be edited.
        Whether the portal reaches a federated server.
        Whether the portal reaches its federated servers.
        Whether the portal signs by SHA-256, or by SHA-1; default: true.
        Whether the portal signs its requests; default: false.
        Whether the portal uses PKCE; default: false.
        Whether the portal wants encrypted assertions; default: false.
        Whether the primary site administrator is disabled.
        Whether the root of portaladmin has isUserTypeLicensing.
        Whether the service runs.
        Whether the services directory sets the cookie AGS_ROLES for unknown callers.
        Whether the settings of a store are whole.
        Whether the sharing API's 403 has a messageCode.
        Whether the sign-in page asks for a code of a second factor; it is 123456. Default: false.
        Whether the site is replicated: no.
        Whether the site is well.
        Whether the site is well; without a token.
        Whether the site may be edited.
        Whether the site needs an upgrade, and the upgrade.
        Whether there is something to upgrade; POST upgrades.
        Which certificate the web server shows.
        Which names are free.
        Which tiles of a window the cache has.
        Who checks the password.
        Who made and changed the service, and when.
        Who may join.
        Who may join; default: invitation.
        Who may see it
        Who may see it from now on.
        Who may see it.
        Who may see it; default: org.
        Who may see that the group exists; default: org.
        Who may see the profile; default: org.
        Who may use the service.
        Who may use the services of the folder.
        Windows sends NTLM after Negotiate where it finds no ticket; IIS would take it.
        With f=image the error is JSON with status 200; a client that saves it to a file has a broken image.
        With useGlobalIds, a row has no global id, or another row has the same one.
        Workflow Manager Service
        Writes a file below info.
        Writes the rows of a hosted layer into an item: GeoJSON or CSV.
        Wrong unit type (expected linear unit, got angular unit, or vice versa)
        X-Esri-Authorization in a browser's preflight request to the sharing API.
        You are not authorized to access this information
        You are not authorized to access this resource.
        You do not have permissions to access this resource or perform this operation.
        ["31U BT 94071 65288"]
        [[min,max,mean,standardDeviation]], a list for each band
        \u needs four hexadecimal digits
        \x needs two hexadecimal digits
        `null`, `boolean`, `number`, `string`, `array` or `object`.
        `true`: nothing is there. `false`: something is.
        `true`: something is there, whatever it is; `null`, too.
        a ( that is not closed
        a ) without a (
        a FeatureSet has a list "features"
        a GUID
        a GeoJSON FeatureCollection has a list "features"
        a JSON array of features
        a JSON array of layers with their edits
        a LogoutRequest or a LogoutResponse of the provider
        a PKCS #12 file (.pfx, .p12)
        a PKCS #12 file, and its password
        a POST with securityConfig={"enableAutomaticAccountCreation":false}
        a POST with them in the body
        a SAML login
        a blank before the colon of a field
        a boolean
        a built-in user here, or this user through oauth2/authorize
        a cache
        a certificate in PEM or DER
        a certificate with a key
        a certificate with a key: generate one, or import a PKCS #12 file
        a chunk does not end in CR LF
        a chunk size is no hexadecimal number
        a chunk size is no number
        a clock
        a code of the provider
        a coded value
        a condition
        a condition cannot be compared
        a condition where a text belongs
        a condition where a value belongs
        a constraint
        a control character in a string must be escaped
        a date
        a difference from the user name
        a domain
        a dribble
        a failure that the scenario asks for; how real systems fail is in its report
        a fault
        a fault of the scenario
        a feature access
        a feature collection has a list "layers"
        a feature of a FeatureSet has "attributes"
        a federated server with hosting: true in the scenario
        a federation
        a field
        a field has a name and a type of Esri's
        a field has no colon
        a field has no name
        a field is empty
        a field is folded over lines (RFC 9112 section 5.2)
        a field name is no token
        a field of the layer
        a file in multipart/form-data
        a file of another name
        a file that an answer names in href
        a function template
        a geometry that can be projected
        a geometry with coordinates
        a geometry with positions
        a globalIdField of the layer, or syncModel=none
        a group
        a hosted service, whose layers have supportsTopFeaturesQuery
        a hosting server whose data store works
        a job that append began
        a job that applyEdits with async=true started
        a job that is esriJobSubmitted or esriJobExecuting
        a job with inputs
        a jobId that exportTiles gave
        a jobId that submitJob gave
        a key
        a key is being made
        a key of portals/self/resources
        a keyword
        a label class needs "labelExpression" or "labelExpressionInfo"
        a layer
        a layer of a feature collection has a featureSet with features
        a layer or table with rows
        a layer with a field of type esriFieldTypeGlobalID
        a layer with hasAttachments: true
        a layer with relationships
        a layer with rows
        a layer with rows needs a source or fields; one without is a "Group Layer" or a "Raster Layer"
        a length
        a license file, which is JSON
        a limit of this double
        a limit of this double, by choice: a test of Kerberos must not pass without Kerberos
        a limit of this double, in the words of a bad parameter
        a limit of this double: GEOS draws no loops
        a limit of this double: a second leg is not emulated
        a limit of this double: a server computes on the grid of the reference
        a limit of this double: a server reads the file (docs/reference/geometry-service.md#how-geometries-are-written)
        a limit of this double: decision 38
        a limit of this double: every picture has the same quality
        a limit of this double: heights are not projected
        a limit of this double: it draws 1 to 2,400 dots an inch
        a limit of this double: results are the scenario's, not computed
        a limit of this double: servers generalize and round (documented: docs/reference/maps.md#operations)
        a limit of this double: the function is real, and not computed here
        a limit of this double: the identity provider is its own
        a limit of this double: the identity provider is its own, as ADFS has idpinitiatedsignon
        a limit of this double: the identity provider is its own, as ADFS has it
        a limit of this double: the machine it runs on lacks what Kerberos needs
        a limit of this double: what the machine has that it runs on
        a limit of this double; answered as a server without the capability does
        a limit of this double; answered as a service without the capability does
        a limit of this double; answered as where no such service is published
        a limit of this double; real servers fetch the file (documented: buffer)
        a limit of this double; real servers have no such bound
        a limit of this double; the answer is its own, and no portal's
        a limit of this double; the answer is its own, and no server's
        a limit of this double; the words are its own
        a line ends in LF without CR
        a list
        a list of numbers
        a list or a text
        a list with commas
        a list with elements
        a list: [{
        a location
        a location near one in the scenario, or a greater distance
        a member of the portal instead, or the server before it is federated
        a member who owns nothing
        a member whose password the portal keeps
        a member whose provider is enterprise
        a member with exactly that name, or signUpMode: "automatic"
        a member with that nameId or name, or signUpMode: "automatic"
        a member with the role org_admin
        a member with the role org_publisher or org_admin
        a member with whom the item is shared
        a member's token
        a message
        a multipart body with file
        a multipart body with file, or fileName and text
        a name or an email address that was invited
        a name that community/checkUsernames suggests
        a name that no member has
        a name that no role has
        a name that no service has
        a name that no service has, or overwrite=true for one of the member's own
        a new GUID
        a new code for a user who may sign in
        a new code from oauth2/authorize
        a new password, which the sign-in page of oauth2/authorize asks for
        a new response from the provider
        a new sign-in
        a new token
        a new token for each request
        a number
        a number as the id of each layer
        a number from 0 on
        a number greater than 0
        a number in a record is too long
        a number is followed by a name without a space
        a number of 0 or more
        a number of keys, or a list of all
        a number that findTransformations answers
        a number, or -1 for all
        a package
        a part has no Content-Disposition
        a part has no empty line after its fields
        a part is no form-data with a name
        a part's field has no colon
        a path of docs/fidelity.md
        a path that `mock-portal routes` lists
        a point
        a point, multipoint, polyline, polygon or envelope
        a polygon or an envelope
        a portal
        a portal has no site administrator: name a server
        a portal that was upgraded just now
        a portal whose upgrade is complete
        a portal with site: false in the scenario
        a portal with site: true
        a portal with state: "upgrading" in the scenario
        a portal with two machines
        a privilege of the REST API
        a product of its own beside ArcGIS Server; json and results of the service give its answers
        a provider and a portal whose settings agree
        a provider that responds
        a provider that signs the person out
        a provider whose clock agrees with the portal's
        a proxy's parameters
        a query with closed quotation marks and parentheses
        a quirk of the scenario
        a quotation mark is not closed
        a quotation mark that is not closed
        a range must be [low TO high]
        a range that is not closed
        a raster file
        a record ends inside a list
        a record ends inside a number
        a record ends inside bytes
        a record lacks a flag
        a record names a fault that is not known
        a record names rows that are not known
        a refresh_token issued to this app
        a registered one
        a registered redirect_uri
        a relation that relatedItems lists, with its relationshipType
        a relationship
        a report
        a request
        a request needs "url" (or "raw")
        a request without a certificate, or a web server that ignores them
        a response
        a response posted immediately, with clocks that agree
        a response without InResponseTo, or to the request of a sign-in in progress
        a role
        a role that no member has
        a row with attachments
        a sample is that of its pixel
        a scenario
        a server
        a server federated with the portal
        a server federated with this portal
        a server that runs and has a site
        a server with a site (site: true in the scenario)
        a server with license: "standard" in the scenario
        a server with license: "standard" in the scenario, or serverRole=FEDERATED_SERVER
        a server with services
        a server with site: false in the scenario, or admin/deleteSite before
        a server with state: "upgrading" in the scenario
        a server without store: "unreachable" in the scenario
        a service
        a service in the runtime of ArcGIS Pro
        a service of the folder Hosted on the portal's hosting server
        a service whose root has tileInfo, or export
        a service whose supportedExtensions include WMSServer
        a service with a catalog
        a service with a catalog: layers in the scenario
        a service with a layer that has rows
        a service with layers
        a service with tasks
        a sign-in through the identity provider
        a simpler where clause
        a site administrator
        a spatial reference
        a spatial reference that can be projected
        a step
        a step has only one of "request", "advance" and "event"
        a step needs one of "request", "advance" and "event"
        a store of type BUILTIN
        a store that answers
        a stream is a WebSocket to GeoEvent Server, and nothing flows here; json of the service gives its root
        a string
        a string needs quotes
        a subject and names of a certificate
        a task
        a task takes no notice of what it does not know
        a task with results
        a text
        a text is not a date
        a text is not a number
        a text is not an integer
        a text without an end
        a then
        a ticket for a key of the keytab
        a ticket that is valid now, by the clock of this machine
        a time of day
        a timeInfo
        a token of SPNEGO that holds a ticket of Kerberos
        a token of a user or app that still exists
        a token of one of its members
        a token of this server's own tokens/generateToken
        a token requested with client=referer
        a token requested with client=referer, or with a referer and no client
        a token requested without client, or with client=referer
        a token service
        a token whose first mechanism is Kerberos, and which needs no other
        a transfer coding other than chunked
        a truncate
        a type of BUILTIN, WINDOWS or LDAP
        a typographic quote does not begin a string
        a unit of the spatial reference's kind, a projected bufferSR, or geodesic=true with a linear unit
        a url from the layer's legend
        a url from the service's legend
        a url of the list that out_service_url names
        a user
        a user with the privilege PUBLISH or ADMINISTER
        a user with whom the service is shared
        a user's token
        a user's token, exchanged or not
        a value
        a when
        a whole number of 32 bits
        a wkid of EPSG or Esri, such as 4326, 102100 or 2263, or a well-known text
        a wkid, or { wkid } or { wkt }
        access=org or access=private
        addItem with multipart=true and addPart before
        adds, updates or deletes, if only as an empty list: adds=[]
        admin/deleteSite, or another machine of the site
        alexreisner/geocoder esri_madison_square_garden
        alexreisner/geocoder esri_reverse
        an ISO 8601 duration
        an OGC service of its own; of those, WMS of maps is emulated at services/{service}/MapServer/WMSServer
        an OGC service that is published by itself; json and results of the service give its answers
        an OpenID Connect login
        an access
        an administrator's token
        an alias that is not in use
        an answer
        an answer has one body: "body" and "bodyFile" are both given
        an answer of the provider
        an answer of the token endpoint with an ID token
        an app
        an app's tokens cannot be revoked
        an array
        an assertion encrypted for the key in the portal's metadata of now
        an assertion that is not encrypted, or encryption turned on in the portal
        an assertion without id, subject or conditions
        an asynchronous job is under way
        an attachment
        an editFieldsInfo
        an element
        an encrypted assertion, or encryption turned off in the portal
        an enterprise user with the password in the scenario
        an enterprise user's password in the scenario
        an error
        an event
        an expression that every row has a value of
        an extent
        an extent that touches fullExtent
        an id from attachmentInfos
        an id of download
        an id of its own for each layer
        an id that no app has
        an image
        an image service has no cached tiles here; a map with cached: { exportTiles: true } packs tiles
        an image's properties
        an integer
        an interval
        an invitation with a role that the user type allows
        an item
        an item whose info has a connectionString or a path
        an item with which an app is registered
        an object
        an object id of the catalog
        an object without isView, and without an initialExtent that is null
        an operation with async=true before
        an organization
        an organization whose subscription is active
        an organization with recycleBinEnabled: true
        an outcome of esriJobSucceeded
        an unused code with its client_id, redirect_uri and code_verifier
        an unused one of the member's recoveryCodes
        an update with a thumbnail first
        another administrator first
        another administrator, or this one after admin/security/psa/enable
        another alias, or an update of webServerCertificateAlias first
        another folder
        another member
        another name
        another portal with a site in the scenario
        another server with a site in the scenario
        answered as an edit without the capability is
        appendUploadId, appendItemId or edits
        applies to archived layers, and none here is
        applies to versioned and archived layers, and none here is
        applies to versioned layers, and none here is
        arcgis-powershell-dsc warns and goes on; the server stays a FEDERATED_SERVER.
        arcgis-rest-js 4: ArcGISAuthError 498; one refresh and one more try, none for a token of a server
        arcgis-rest-js 4: ArcGISAuthError 499; one refresh and one more try
        arcgis-rest-js 4: ArcGISRequestError with the code or messageCode
        arcgis-rest-js 4: ArcGISTokenRequestError TOKEN_REFRESH_FAILED: 400: Unable to generate token.
        arcgis-rest-js and ArcGIS API for Python find no error object and treat it as a result.
        arcgis-rest-js did not, and reported a 404 to its callers.
        arcgis-rest-js: ArcGISAccessDeniedError.
        arcgis-rest-js: ArcGISRequestError CONT_0001.
        arcgis-rest-js: ArcGISTokenRequestError REFRESH_TOKEN_EXPIRED.
        arcpy/update-hosted-feature-service#4; its order of keys was the reporter's
        as 10.3.1
        as 10.4
        as 10.4; at 10.2 a portal token was pasted
        as 11.1
        as CONT_0001 for items; never shown
        as GET, which was on by default up to 10.2.2
        as IIS: 403.16; no body was ever shown
        as a cache of tiles has it
        as a map's legend has it
        as a portal's: docs/reference/admin.md#e30
        as a portal: docs/reference/admin.md#e15
        as a server's
        as a server's administrator directory
        as a server: docs/reference/admin.md#a24
        as a server: docs/reference/admin.md#b3
        as addToDefinition; Esri/solution.js#449 says that the words name no field
        as after an upgrade: docs/reference/admin.md#e6
        as an entry of the list
        as before
        as createNotification
        as history; never shown
        as isServiceNameAvailable
        as of a member
        as of a server
        as of a server: docs/reference/admin.md#a10
        as of a server: docs/reference/admin.md#a12
        as of folders: docs/reference/sharing.md#i19; never shown
        as of items: docs/reference/sharing.md#s10; never shown
        as of the enterprise directory
        as of the service; the details are the double's own
        as of the user: docs/reference/sharing.md#u8; never shown
        as other parameters of hosted services; never shown
        as portaladmin's 499 (Esri/arcgis-powershell-dsc); sharing/rest was never shown
        as portaladmin's update of a federated server
        as portals/self, which was captured without rest
        as portals/{id}/usage
        as provisionedListings
        as publish; never shown
        as publish; the details are the double's own
        as purchases
        as redirect_uri not specified; never shown
        as reset of the policy
        as roles/getRolesForUser
        as signin, whose path was captured
        as system/jobs
        as the app's token itself, which 11.x accepts
        as the job itself has them
        as the other values; never shown
        as update of one; results as of updateUserLicenseType
        asks for a faster answer, not for another one
        asks for smaller bytes, not for another image
        attachment; filename="history.csv"
        attachment; filename="resources.zip"
        authlib and requests-oauthlib raise with the whole error object as text.
        authorization_code, refresh_token, exchange_refresh_token, client_credentials or suspend_session; there is no password grant.
        bmi-arcgis-restapi 2.4: RestAPIException with code 498
        both Content-Length and Transfer-Encoding
        branch versions, networks, parcels and routes need an enterprise geodatabase
        by itself
        c0 ASC
        certificate: not one in base 64
        changes are tracked from the start and never thrown away
        chunk size line
        classBreaksDef or uniqueValueDef
        client "ip" needs "ip"
        client "referer" needs "referer"
        client is not referer, ip or requestip.
        client=referer with a referer, or no client
        client_id not specified
        code_challenge_method is neither S256 nor plain.
        code_verifier is missing or does not match the code's challenge.
        comments are not allowed
        concerns noData, which is not there
        control character
        control character in a chunk extension
        cookie agstoken
        cookie esri_auth
        counts as false
        counts wrongly
        create replica
        data in base64
        dataFormat=json or sqlite
        datumTransformations=[1623] or [{"wkid":108190}]
        davetimmins/ArcGIS.PCL tests (the text; number and details are inferred)
        davetimmins/ArcGIS.PCL tests: the text of a 10.0 server; its number is inferred
        developers.arcgis.com/rest/enterprise-administration/portal/federate-servers and others; no refusal was ever shown
        developers.arcgis.com/rest/enterprise-administration/portal/mode, the message; the envelope is inferred
        developers.arcgis.com/rest/enterprise-administration/portal/security: administrators with a privilege; no body was ever shown
        developers.arcgis.com/rest/enterprise-administration/server/createsite.htm: only where there is none
        developers.arcgis.com/rest/enterprise-administration/server/createsite.htm; no refusal was ever shown
        developers.arcgis.com/rest/enterprise-administration/server/platformservices; pypi.org/project/arcgis reads id and type
        developers.arcgis.com/rest/enterprise-administration/server/update-site-mode and others name what is required
        developers.arcgis.com/rest/services-reference/enterprise/attachment-feature-service/: a stream
        developers.arcgis.com/rest/services-reference/enterprise/buffer/ and others mark what is optional; the words are inferred
        developers.arcgis.com/rest/services-reference/enterprise/export-tiles-map-service/: the limit; what a server answers is inferred
        developers.arcgis.com/rest/services-reference/enterprise/export-tiles-map-service/; its place is inferred
        developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2000
        developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2001
        developers.arcgis.com/rest/services-reference/enterprise/feature-service/: syncCapabilities
        developers.arcgis.com/rest/services-reference/enterprise/find-address-candidates/: one of them is required; the words are inferred
        developers.arcgis.com/rest/services-reference/enterprise/gp-job/: esriJobFailed; the scenario has it so
        developers.arcgis.com/rest/services-reference/enterprise/gp-service/: examples of 10.9.1 and 11.1
        developers.arcgis.com/rest/services-reference/enterprise/gp-task/: choiceList; the words are the tools' own (000800)
        developers.arcgis.com/rest/services-reference/enterprise/gp-task/: parameterType; the words are the tools' own (000735)
        developers.arcgis.com/rest/services-reference/enterprise/gp-task/; the words are inferred
        developers.arcgis.com/rest/services-reference/enterprise/item-information/: of layers since 10.6.1
        developers.arcgis.com/rest/services-reference/enterprise/item-information/; that it shows the whole map is inferred
        developers.arcgis.com/rest/services-reference/enterprise/legend-map-service/: url
        developers.arcgis.com/rest/services-reference/enterprise/map-service/: layers have one since 10.6.1; its file's name is inferred
        developers.arcgis.com/rest/services-reference/enterprise/map-tile/: HTTP 404
        developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/ and others name them; the answer is inferred
        developers.arcgis.com/rest/services-reference/enterprise/query-feature-service/; TerriaJS/terriajs of a layer's part
        developers.arcgis.com/rest/services-reference/enterprise/query-map-service-layer/: between the signs of LIKE
        developers.arcgis.com/rest/services-reference/enterprise/query-top-features-feature-service-layer/; no refusal was captured
        developers.arcgis.com/rest/services-reference/enterprise/raster-function-objects/: the names; what a server answers is inferred
        developers.arcgis.com/rest/services-reference/enterprise/scene-service/: the names; their order is inferred
        developers.arcgis.com/rest/services-reference/enterprise/server-info/: fullVersion since 10.1
        developers.arcgis.com/rest/services-reference/enterprise/stream-service/: the names; their order is inferred
        developers.arcgis.com/rest/services-reference/enterprise/vector-tile/: 404; of styles inferred
        developers.arcgis.com/rest/users-groups-and-items/add-item; create-folder
        developers.arcgis.com/rest/users-groups-and-items/authorize; what the page says is inferred
        developers.arcgis.com/rest/users-groups-and-items/can-recycle-item, the code; the words are inferred
        developers.arcgis.com/rest/users-groups-and-items/disable and others; the 403 is captured
        developers.arcgis.com/rest/users-groups-and-items/disable: no login; the answer is inferred: as a wrong password
        developers.arcgis.com/rest/users-groups-and-items/group; the 403 is captured
        developers.arcgis.com/rest/users-groups-and-items/idp: supportsLogoutRequest decides; the page is inferred
        developers.arcgis.com/rest/users-groups-and-items/languages, of which some are listed
        developers.arcgis.com/rest/users-groups-and-items/regions; the keys are inferred
        developers.arcgis.com/rest/users-groups-and-items/register-app: the item's owner only
        developers.arcgis.com/rest/users-groups-and-items/token; the refusal's words are inferred
        developers.arcgis.com/rest/users-groups-and-items/urls, with an example of Enterprise
        developers.arcgis.com/rest/users-groups-and-items/user: storageQuota
        division by zero
        docName=Name of the document
        docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf section 3.2.2: InResponseTo; the page is inferred
        docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf section 4.1.4.3; what the portal's page says is inferred
        docs/reference/admin.md#a14, the code; the words are inferred
        docs/reference/admin.md#a21, the words; the code is inferred
        docs/reference/admin.md#a31; the key is inferred
        docs/reference/admin.md#a40; the other keys are inferred
        docs/reference/admin.md#b11; Esri/ArcREST#106 has the form of the parameter
        docs/reference/admin.md#b20 has the sentence of the log; the answer was never shown
        docs/reference/admin.md#b20: the sentence of the log
        docs/reference/admin.md#b20; Esri/arcgis-cookbook server_admin_client.rb asks with a portal's token
        docs/reference/admin.md#b20; that the portal drops them with the server is inferred
        docs/reference/admin.md#c12; the key is inferred
        docs/reference/admin.md#c12; the parameters are inferred
        docs/reference/admin.md#c4; the double takes its name from the file
        docs/reference/admin.md#e11; its other keys are inferred
        docs/reference/admin.md#g1: most operations are blocked; the words are inferred
        docs/reference/admin.md#g3: each operation names its privileges; the words are inferred
        docs/reference/admin.md#g4: only these may enter; the words are inferred
        docs/reference/admin.md#g5: POST is the only method; the words are inferred
        docs/reference/admin.md#g6: names are unique in a store; the words are inferred
        docs/reference/admin.md#g7: uploads are filtered by ending; the words are inferred
        docs/reference/admin.md#g9; the page is inferred
        docs/reference/admin.md, rule 0.8
        docs/reference/catalog-and-descriptions.md#a-map-service: the keys of a hosted tile service at 10.81
        docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, current servers
        docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, of eight hosts
        docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, older servers
        docs/reference/catalog-and-descriptions.md#unknown-layers: group layers of NOAA
        docs/reference/catalog-and-descriptions.md#unknown-layers: of a MapServer
        docs/reference/catalog-and-descriptions.md#unknown-layers: six files of 2026
        docs/reference/catalog-and-descriptions.md: a hosted service's answer
        docs/reference/editing.md#documentation: Setting of Value for depth failed.
        docs/reference/editing.md#documentation: applyEdits, example five
        docs/reference/editing.md#documentation: applyEdits, example seven
        docs/reference/editing.md#documentation: applyEdits, example six
        docs/reference/editing.md#documentation: applyEdits, examples four and five
        docs/reference/editing.md#documentation: applyEdits, new at 11.1, of hosted services
        docs/reference/editing.md#documentation: filling is new at 11.1
        docs/reference/editing.md#documentation: one added, one not; rollbackOnFailure came at 10.1
        docs/reference/editing.md#documentation: the default is true
        docs/reference/editing.md#documentation: the example of the first releases
        docs/reference/editing.md#documentation; captured in Esri/arcgis-rest-js
        docs/reference/editing.md#lists-that-cannot-be-read: the words; that this value is one is inferred
        docs/reference/editing.md#lists-that-cannot-be-read: without the reason behind it
        docs/reference/enterprise-logins.md#openid-connect, 4.1
        docs/reference/enterprise-logins.md#openid-connect, 4.5 and 4.6
        docs/reference/enterprise-logins.md#pages-and-registration (10.7); the code is inferred
        docs/reference/enterprise-logins.md#the-configuration-api, 2.8
        docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.10
        docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.12
        docs/reference/enterprise-logins.md#the-web-tier-and-second-factors, 5.10; the answer is inferred: as a wrong password
        docs/reference/enterprise-logins.md#the-web-tier: members of a domain are named user@DOMAIN
        docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.1
        docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.2
        docs/reference/enterprise-logins.md#what-the-page-says-when-saml-fails, 3.7
        docs/reference/federation.md#e43: the sentence of the pages; the body is inferred
        docs/reference/federation.md#the-list-of-servers: from 10.7 on
        docs/reference/federation.md#the-list-of-servers; that they answer alike is inferred
        docs/reference/federation.md#what-federation-asks: what must be so; the words are inferred
        docs/reference/http.md#headers-limits-transport, of a hosted service
        docs/reference/http.md#rules-of-every-resource, row 0.9
        docs/reference/http.md#rules-of-every-resource: a wrong context is an HTTP error
        docs/reference/http.md, of arcgis.com
        docs/reference/maps.md#clipping-and-filters; of what is wrong inferred
        docs/reference/maps.md#operations: href
        docs/reference/maps.md#operations: it is required
        docs/reference/maps.md#operations: of cached maps; 404 where there is no tile
        docs/reference/maps.md#operations: output files go after ten minutes
        docs/reference/maps.md#operations: the simple form ended at 10.5; that other words are passed over is reported
        docs/reference/maps.md#operations: the simple syntax
        docs/reference/maps.md#operations: the simple syntax ends at 10.5
        docs/reference/maps.md#operations: the words; that this causes them is inferred
        docs/reference/maps.md#operations: what false does; other words count as false
        docs/reference/maps.md#operations: which are required; docs/reference/open-questions.md#q15: the text is of other bad parameters
        docs/reference/maps.md#operations; docs/reference/editing.md#documentation: applyEdits, example six
        docs/reference/maps.md#operations; scenarios/clients: requests recorded of six clients
        docs/reference/maps.md#operations; that this causes it is inferred
        docs/reference/maps.md#what-image-services-refuse: of image services; of maps inferred
        docs/reference/maps.md#what-image-services-refuse: of imageSR
        docs/reference/maps.md#what-image-services-refuse: of imageSR; inferred of maps
        docs/reference/maps.md#what-servers-tolerate: decimals; how they round is inferred
        docs/reference/maps.md: clients write it in each of these
        docs/reference/oauth.md#grants-that-were-recorded: clients of arcgis.com send them so
        docs/reference/open-questions.md#q10: the best guess there
        docs/reference/open-questions.md#q15: captured of other bad parameters
        docs/reference/query.md#answers, of a hosted service in 2026
        docs/reference/query.md#answers: a client tests objectIds == null
        docs/reference/query.md#answers: fields are there from 10.1 on
        docs/reference/query.md#errors: MapServers of 9.3 and 10.0
        docs/reference/query.md#errors: a MapServer's answer
        docs/reference/query.md#errors: a MapServer's words; others documented
        docs/reference/query.md#errors: each operation's page names its capability; the words are of a query
        docs/reference/query.md#errors: five clients
        docs/reference/query.md#errors: hosted services, with other details
        docs/reference/query.md#errors: of a query in 2026; that it came at 11.0 is inferred
        docs/reference/query.md#errors: of sources that fail, are slow, or are being rebuilt
        docs/reference/query.md#errors: statistics and order of joined layers; else inferred
        docs/reference/query.md#errors: the text is captured, the pairing reported
        docs/reference/query.md#errors: the texts are captured, their causes reported
        docs/reference/query.md#errors: the words of a bad parameter; that this value is one is inferred
        docs/reference/query.md#errors; that the cause is this is reported
        docs/reference/query.md#exceededtransferlimit: 10.3.1 puts it on pages
        docs/reference/query.md#parameters-and-defaults: a hosted service
        docs/reference/query.md#parameters-and-defaults: ids since 10.0, the count since its service pack
        docs/reference/query.md#parameters-and-defaults: pages are ordered by object id
        docs/reference/query.md#parameters-and-defaults: since 10.1
        docs/reference/query.md#parameters-and-defaults: since 10.3
        docs/reference/query.md#parameters-and-defaults: since 10.4
        docs/reference/query.md#parameters-and-defaults; joined layers refuse it (reported)
        docs/reference/query.md#parameters-and-defaults; some sources fail (captured)
        docs/reference/query.md#protocol-buffers: as the layer lists it
        docs/reference/query.md#protocol-buffers: of maps since 10.7.1
        docs/reference/query.md: a MapServer of 10.22
        docs/reference/refusals.md#administrator-directories; Esri/resource-proxy#534
        docs/reference/refusals.md#bodies, of a hosted service
        docs/reference/refusals.md#bodies, of other operations
        docs/reference/refusals.md#bodies, of the basemaps of ArcGIS Online
        docs/reference/refusals.md#bodies: a hosted service, in message and details
        docs/reference/refusals.md#bodies: the words; that a custom role without the privilege meets them is
        docs/reference/refusals.md#transport-and-reasons: a changed password ends all tokens
        docs/reference/releases.md#numbers-of-the-portal, 11.3 and 11.5
        docs/reference/server-tokens.md#issuing-tokens, of 2025
        docs/reference/server-tokens.md#restinfo, 10.04; Esri/esri-leaflet's text names no release
        docs/reference/server-tokens.md#restinfo, of 10.04
        docs/reference/server-tokens.md#restinfo, of 10.5.1
        docs/reference/server-tokens.md#restinfo, of 10.5.1, 10.6.1 and 11.1
        docs/reference/server-tokens.md#restinfo, of a federated 10.6.1
        docs/reference/server-tokens.md#restinfo: no Enterprise capture has it
        docs/reference/server-tokens.md#what-federation-changes; docs/reference/admin.md#b4
        docs/reference/sharing.md#i10 (the text; the code is inferred)
        docs/reference/sharing.md#i14; Esri/ops-server-config#1461
        docs/reference/sharing.md#i3 (2020)
        docs/reference/sharing.md#i4 (2015)
        docs/reference/sharing.md#i5 (2024, 107 bytes)
        docs/reference/sharing.md#i7 (11.4)
        docs/reference/sharing.md#i8; the code is inferred
        docs/reference/sharing.md#i9; the code is inferred
        docs/reference/sharing.md#k1; Esri/hub.js, Esri/maplibre-arcgis, TerriaJS/terriajs mocks
        docs/reference/sharing.md#l3: expirationInDays; the answer is inferred: as a wrong password
        docs/reference/sharing.md#l3: the restriction; the words are inferred
        docs/reference/sharing.md#l6: names are unique; the words are inferred
        docs/reference/sharing.md#l6: sign-up can be off; the words are inferred
        docs/reference/sharing.md#l7: the restriction; the words are inferred
        docs/reference/sharing.md#l9; the answer is inferred
        docs/reference/sharing.md#r1 to #r3; TerriaJS/terriajs ArcGisPortal_user-info (an Enterprise portal, 2020)
        docs/reference/sharing.md#r2; Esri/arcgis-rest-js group mocks
        docs/reference/sharing.md#s10, of canDelete; delete itself is inferred
        docs/reference/sharing.md#s21; docs/reference/sharing.md#i3
        docs/reference/sharing.md#s4, of one of several items
        docs/reference/sharing.md#s8; docs/reference/sharing.md#i19
        docs/reference/sharing.md#u1 to #u3; Esri/arcgis-rest-js, Esri/hub.js and Esri/solution.js user mocks
        docs/reference/sharing.md#u10: portaladmin refuses such ids; the words here are inferred
        docs/reference/sharing.md#u12; Esri/arcgis-rest-js and Esri/solution.js portal mocks; values are inferred
        docs/reference/sharing.md#u15; Esri/arcgis-rest-js and Esri/solution.js mocks
        docs/reference/sharing.md#u9 (the text; the code is inferred)
        docs/reference/sharing.md#users-and-the-organization; pypi.org/project/arcgis looks for the words
        docs/reference/sources.md#acquiring-arcgis-tokens, 11.5
        docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.4
        docs/reference/sources.md#administrator-directory-on-a-federated-server, 10.6
        docs/reference/sources.md#administrator-directory-on-a-federated-server, latest
        docs/reference/sources.md#administrator-directory-on-a-federated-server: not with IP
        docs/reference/sources.md#arcgis-api-for-javascript: ServerInfo has it; no value was shown
        docs/reference/sources.md#tokens-through-get, 10.3.1: off by default
        docs/reference/sources.md#tokens-through-get, 11.1
        docs/reference/sources.md#tokens-through-get, 11.3
        docs/reference/sources.md#tokens-through-get, 11.4
        docs/reference/sources.md#tokens-through-get: allowHttpPostQueryParams is off by default
        docs/reference/sources.md#tokens-through-get: impossible at 10.3
        docs/reference/sources.md#tokens-through-get: on by default up to 10.2.2
        docs/reference/sources.md#user-account-lockout-policy, 10.3
        docs/reference/sources.md#user-account-lockout-policy, latest
        docs/reference/sources.md#user-account-lockout-policy; the answer is inferred: as a wrong password
        docs/reference/sources.md#vertigis-studio: .NET clients of old servers see (403) Forbidden
        docs/reference/sources.md#vertigis-studio: older servers send the token alone
        docs/reference/sources.md#web-appbuilder (Portal 10.3)
        docs/reference/sources.md#web-appbuilder: 405 at 10.3; Esri/resource-proxy exchanges by GET
        docs/reference/sources.md#web-appbuilder; Esri/developer-support#345
        docs/reference/spatial-references.md#unknown-ones: what locators say was not seen
        docs/reference/spatial-references.md#unknown-ones: what servers say was not seen
        docs/reference/tokens.md#error-bodies: five failures, fifteen minutes; adjustable since 11.1
        documented as off by default; no body was ever shown
        documented of disableSignup; no refusal was ever shown
        documented of updateUserProfileDisabled; no refusal was ever shown
        documented since 11.1; never shown
        documented that a portal has no more; no body was ever shown
        documented that a server belongs to one portal; no body was ever shown
        documented that it fails; never shown
        documented that one must remain; never shown
        documented that one of q, bbox and categories must be there; never shown
        documented that only a submitted or an executing job can be; no body was ever shown
        documented that only built-in accounts have a password here; never shown
        documented that such a role cannot be deleted; never shown
        documented that such a user cannot be deleted; never shown
        documented that the history decides; never shown
        documented that the owner cannot leave; never shown
        documented that the policy decides; never shown
        documented that there must be two; never shown
        documented; no refusal was ever shown
        editsUploadFormat=json, or edits
        end of file
        enterprise.arcgis.com/en/server/12.0/publish-services/windows/wms-services.htm: by enabling the capability
        entityId and discoveryServiceUrl
        entityId, bindingUrl and certificate
        esri-leaflet 3: event authenticationrequired, and the request waits
        esriGeometryOffsetRounded, esriGeometryOffsetBevelled or esriGeometryOffsetMitered
        esriGeometryPolyline or esriGeometryPolygon
        esriNormalizeByField, esriNormalizeByLog or esriNormalizeByPercentOfTotal
        esri_auth=; Path=/; Max-Age=0
        exceededTransferLimit in GeoJSON: at the top level, or under properties.
        exceededTransferLimit: never, not on pages, where more rows follow, or on every full page.
        expected $feature.FIELD, a text or TextFormatting.NewLine
        expected LIKE, BETWEEN or IN after NOT
        expected WHEN
        expected [FIELD], a text or NEWLINE
        expected a GeoJSON Feature
        expected a GeoJSON FeatureCollection, an Esri FeatureSet or a layer's description
        expected a field or a value
        expected a name
        expected a number of decimals
        expected a server's answer for a MapServer or FeatureServer, or for its /layers, in which "layers" is a list
        expected a size
        expected a text
        expected a type
        expected a value, found the end of the file
        extensions are programs of their publisher: only a scenario knows what they answer
        extract changes
        f=pbf: as supportedQueryFormats lists it, and JSON where it does not; or an error.
        fewer levels, or a smaller exportExtent
        fgpv-vpgf/fgpv-vpgf#2590: 10.3.1 to 10.9.1
        fgpv-vpgf/fgpv-vpgf#2590: a MapServer of 10.3.1 to 10.9.1
        fgpv-vpgf/fgpv-vpgf#2590: an apostrophe in a text
        fgpv-vpgf/fgpv-vpgf#3379: sent as [object Object], rows came in the layer's own reference
        for systems that refuse it at once
        forStorage=false, or a role with premium:user:geocode:stored
        general knowledge; never shown
        geolens-io/geolens#1746: the form no longer renders (2026)
        geolens-io/geolens#1746: the form no longer renders; what comes instead is inferred
        geometry as x,y, or as JSON of the geometryType
        give one a context or a port of its own
        grant_type=authorization_code, refresh_token or client_credentials
        half of a surrogate pair
        heights stay as they are
        http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd
        idpMetadataFile, or the URL of metadata on loopback
        ids are documented
        ids of the replica's layers
        ids with commas: 0,2
        image: { source } with properties.extent, or results: { exportImage: { file } }
        in the geometry
        info/iteminfo.xml; the item has no thumbnail
        invalidated refresh_token
        is being rebuilt
        is broken
        is ignored
        is read as true
        is refused
        is slow
        is taken as it is
        is the default
        isReadOnly=true or isReadOnly=false
        isTokenBasedSecurity of rest/info: a Boolean, or a string.
        it after createWebhook: there is none
        it after it is made: there is none yet
        it changes files of a data store, which the double does not have
        it is computed in the coordinates as they are
        it is not public
        it is of the Marketplace, of licenses for it, or of credits of ArcGIS Online
        it joins portals of different organizations, and no other portal answers here
        it marks items, or Esri's content, by lists that the double does not have
        it needs a mosaic of georeferenced files or a trained classifier
        it needs the model of a sensor, which an image of the scenario does not have
        it publishes whole databases, which the double does not have
        it runs notebooks and models, which the double does not
        item information of these types is not kept; that of maps and features is at info/iteminfo
        jgravois/esri-leaflet-gp#33: 400, Unable to complete operation
        joinType: esriLeftOuterJoin or esriLeftInnerJoin
        json or sqlite
        jstuart/puppet-arcgis of 10.5.1
        jstuart/puppet-arcgis of 10.5.1 (102 bytes)
        jstuart/puppet-arcgis of 10.5.1 (167 bytes)
        jstuart/puppet-arcgis of 10.5.1 (182 bytes)
        jstuart/puppet-arcgis of 10.5.1 (183 bytes)
        jstuart/puppet-arcgis of 10.5.1; DOI-BLM/requests-arcgis-auth; Esri/arcgis-cookbook
        jstuart/puppet-arcgis of 10.5.1; Esri/arcgis-python-api#1558
        jstuart/puppet-arcgis: curl -i of 10.5.1
        jstuart/puppet-arcgis: curl -i of 10.5.1: the field is there and empty
        khibma/ArcGISAdministrationToolkit#15, the words; the code is inferred
        known of portaladmin alone
        koopjs/featureservice of 10.0, openaddresses/pyesridump of 10.3, openaddresses/batch-machine of 10.51, TerriaJS/terriajs of 10.71; other releases inferred from them
        koopjs/featureservice of 10.3, geotools/geotools of 10.41, TerriaJS/terriajs and consbio/mapservice-clientlib of 10.81, Esri/maplibre-arcgis of 11.5; the values are inferred
        koopjs/koop; Esri/arcgis-rest-js; Esri/solution.js
        layerDefs of a map with ids, colons and semicolons instead of JSON.
        layers say supportsLod: false
        layers say supportsQueryWithLodSR: false
        layers with rows
        learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code: 403.7
        leftTableSource, rightTableSource, leftTableKey and rightTableKey of a joinTable
        levels=0-3 or levels=1,2
        loginToRp with the entity id of a portal here
        logoutFrom with the entity id of a portal here
        loops are never in the answer
        lower-case letters
        maps are not turned here
        metadata is made of what the layer says and cannot be replaced
        milliseconds since 1970
        minLength=8 to minLength=1000
        mission ,
        mjorden/cyclelanes#10: an old server took no notice; no release is known
        more than 1,000 parts
        more than 100 cases
        more than 100 values for a function
        more than one Content-Length field
        more than one Host field
        mp_log(NULLIF(max(u, 0), 0))
        mp_log10(NULLIF(max(u, 0), 0))
        mp_power(max(u, 0), 0.5)
        multipart/form-data with a part named attachment that has a filename
        negative length of a substring
        never shown
        new credentials in the item
        no AuthnRequest
        no Host field
        no JSON
        no LogoutRequest of a portal here
        no answer
        no answer of a layer that does not announce the operation was captured
        no answer of a server
        no answer of a server was shown
        no base64
        no body was ever shown
        no client was seen to send it
        no file lies there: results of jobs and tiles have addresses of their own
        no id_token
        no key
        no later answer shows it
        no layer here has multipatches
        no layer here has parameterInfos
        no layer here has rangeInfos
        no layer here has rangeInfos or parameterInfos
        no limit of a server without a web server in front was shown
        no line end after the boundary
        no polygon
        no polyline
        no polyline or polygon
        no public page shows the form of its answer
        no real layer's answer was captured
        no real service has the path
        no real service's answer was captured
        no real system has the path
        no refusal of a missing Referer was shown
        no refusal was ever shown
        no release was seen
        no server
        no server was seen to check; clients are left to do it
        no server's answer to an unknown task or job was captured
        no server's answer was captured
        no server's answer was captured; it is that of other bad parameters
        no source says that portals refuse it
        no source shows the portal's words
        no such date
        no such level, row or column
        no token parameter at all
        no-cache, no-store, must-revalidate
        nobody showed what it answers, and no client is known that needs it
        none yet
        not sent: the host is not on loopback
        nothing is highlighted here
        nothing is transformed without a transformation
        nothing leaves this machine: a proxy would ask other servers
        numbers above 0
        numbers that are added are not emulated
        numbers with commas
        numbers, separated by commas
        object ids of the catalog
        objectIds without matches.
        objectIds, or a range of object ids in where
        of emf and ai a limit of this double, which real servers write
        of the portal in the scenario
        older portals leave it out; which ones is not told
        older than what clients still ask for; json and results of the service give its answers
        one geometry
        one of
        one of org_admin, org_publisher, org_user
        one of the layers that the root lists
        one path
        one to three fields
        only esriGeometryRelationRelation reads it
        only layers whose description has fullTextSearchableFields, or an index FullText, have it
        only layers whose description has uniqueIdInfo have them
        only layers with datesInUnknownTimezone need it
        only under a quirk
        openaddresses/esri-dump ImageServer-3: what is not there
        openaddresses/esri-dump ImageServer-3_json_Download
        openaddresses/esri-dump ImageServer-Download-1
        openaddresses/esri-dump of 10.3 and TerriaJS/terriajs of 10.91
        openaddresses/esri-dump of 10.3, consbio/mapservice-clientlib of 10.5, TerriaJS/terriajs of 10.91 (a mosaic, a multidimensional raster, tiles)
        openaddresses/esri-dump#30: 9.3 and 10.0
        openaddresses/esri-dump#30: the words; their cause is another
        openaddresses/esri-dump: an ImageServer's answer; of layers inferred
        openaddresses/esri-dump: the words of an ImageServer; of layers inferred
        openaddresses/pyesridump us-ca-tuolumne has one twice, at 10.11
        openaddresses/pyesridump us-ca-tuolumne: 10.11 has none
        openaddresses/pyesridump us-fl-polk: 10.22 of versioned data; others have none
        openaddresses/pyesridump us-il-cook: 9.3
        openaddresses/pyesridump us-il-cook: the whole set comes back
        openaddresses/pyesridump us-mi-kent has others; no release is known
        openaddresses/pyesridump us-mo-columbia, 10.01, has doubles; others do not
        openaddresses/pyesridump, openaddresses/batch-machine, koopjs/featureservice, consbio/mapservice-clientlib and TerriaJS/terriajs: 9.3 to 11.1
        openid profile email
        outStatistics; unable is the error of a source that fails at them.
        outside fullExtent
        pairs of sides
        partId from 1 on, and a file
        partNum from 1 to 10000
        paths or rings without curves
        planar, geodesic or preserveShape
        positions of the answer
        pro.arcgis.com/en/pro-app/2.7/tool-reference/tool-errors-and-warnings/001001-010000/tool-errors-and-warnings-00626-00650-000628.htm; what encloses the words is inferred
        publish needs publishParameters, except for a service definition.
        publishing.failure of the portal in the scenario
        pypi.org/project/arcgis 1.5.2 and 2.4.4
        pypi.org/project/arcgis 1.5.2 and 2.4.4; DOI-BLM/requests-arcgis-auth
        pypi.org/project/arcgis and Esri/ArcREST ask it by GET
        pypi.org/project/arcgis asks for it
        pypi.org/project/arcgis asks it by GET
        pypi.org/project/arcgis asks it by GET, and by POST
        pypi.org/project/arcgis gis/_impl/_portalpy.py asks it where sharing/rest fails
        pypi.org/project/arcgis gis/server/admin/_data.py reads rootItems
        pypi.org/project/arcgis gis/server/admin/_system.py asks it, and names the two
        pypi.org/project/arcgis reads metrics
        pypi.org/project/arcgis signs in below sharing/oauth2
        pypi.org/project/arcgis/1.5.2; DOI-BLM/requests-arcgis-auth
        pypi.org/project/arcgis/2.4.4 asks for it
        pypi.org/project/arcgis/2.4.4 asks for it there
        pypi.org/project/arcgis/2.4.4 asks with f=csv, num, all and fromDate; the columns are inferred
        pypi.org/project/arcgis/2.4.4 features/layer.py and Esri/ArcREST src/arcrest/agol/services.py send True and False
        pypi.org/project/arcgis/2.4.4 gis/__init__.py has its address as homepage
        pypi.org/project/arcgis/2.4.4 gis/__init__.py has its address as homepage; what it shows is inferred
        pypi.org/project/arcgis/2.4.4 gis/server/admin/_services.py asks for it; its form is inferred
        pypi.org/project/arcgis/2.4.4 gis/server/admin/_services.py sends it
        pypi.org/project/arcgis/2.4.4 looks for status error
        pypi.org/project/arcgis/2.4.4 looks for status error; the words are inferred
        pypi.org/project/arcgis/2.4.4 polls status until it is completed
        pypi.org/project/arcgis/2.4.4 reads it with inRecycleBin=true
        pypi.org/project/arcgis/2.4.4 reads it; its place is inferred
        pypi.org/project/arcgis/2.4.4 reads list and nextStart
        pypi.org/project/arcgis/2.4.4 reads num of data, pairs of a time and a count
        pypi.org/project/arcgis/2.4.4 sends it
        pypi.org/project/arcgis/2.4.4 sends it to port 7443 alone; the words are inferred
        pypi.org/project/arcgis/2.4.4 sets it
        pypi.org/project/arcgis/2.4.4; Esri/arcgis-powershell-dsc
        pypi.org/project/arcgis/2.4.4; what the page says is inferred
        pypi.org/project/bmi-arcgis-restapi/2.4.19 and others send none
        pypi.org/project/bmi-arcgis-restapi/2.4.19 asks so and stops at any status but 200
        qgis/QGIS#55067; Esri/arcgis-powershell-dsc#464
        queryOption: none, useFilter or all
        rasterType=Raster Dataset
        redirect_uri is required and missing.
        redirect_uri not specified
        refresh_token expired
        released in 2019
        released in 2020
        requests-arcgis-auth, Chef and Puppet read status, messages and code; there is no error object
        response_type is neither code nor token.
        response_type=code or response_type=token
        rest/services: there are no folders
        resultOffset and resultRecordCount: pages, an error (Pagination is not supported.), or ignored.
        results are the scenario's
        results keep the whole shape
        returnCountOnly and returnIdsOnly.
        rowanwins/arcgis-pbf-parser#1: JSON of a layer that does not list it
        rows are written in a record only
        serverUrl does not name a server federated with this portal.
        servers are not known to check; a scenario may have them do it
        services tell no webhooks; the organization does
        several Content-Length fields that differ
        show: 1
        single line input
        somebody who asked to join
        somebody who is gone
        something to save
        source.type dataLayer
        spatial references of EPSG or ESRI, or their wkt
        special characters
        ssl:false of a portal that allows HTTP (Esri/ago-assistant#182); with allSSL nothing is known
        support.esri.com/en/Technical-Article/000017180 and /000020914
        supportSignedRequest and useSHA256, both on in the portal
        supportSignedRequest, and the portal's metadata of now at the provider
        supportsLogoutRequest, and the provider's address for it
        syncDirection=upload or bidirectional
        synchronize replica
        system/emailSettings/update first
        tannerjt/AGStoShapefile#34, Esri/arcgis-python-api#1711
        tannerjt/AGStoShapefile#34, Esri/arcgis-python-api#1711: the words of a time-out
        targetSR is no spatial reference that is known, or the file's is none
        templates that several users share are made in ArcGIS Pro; here are none
        text/html; charset=us-ascii
        that a task runs one way only is documented; the body is not
        that it must be there; no body was ever shown
        that of a bad parameter of other services
        that of a bad parameter; no locator's was captured
        that of a missing parameter of other services
        that of a missing parameter; no locator's was captured
        that operations are posted is documented; no refusal was ever shown
        that page names no release
        that the operations are not supported is documented; no refusal was ever shown
        the .dbf file cannot be read
        the .shp file has no header of a shapefile
        the Host field is no host
        the JS API loads every portal with credentials
        the JSON that the service shows
        the NTLM handshake of an enterprise user, on one connection
        the X509Certificate of the provider's metadata
        the alert handshake_failure
        the archive has no .shp file
        the beginning is that of Esri/arcgis-powershell-dsc#130; the rest was never shown
        the body
        the boundary is no boundary
        the boundary never comes
        the bounds are documented; never shown
        the capabilities of queries
        the captured 403; for whom was never shown
        the certificate of a user with certificate: true
        the certificate that the ready file names for the user
        the certificate that was made of its generateCSR
        the change came between 10.6 and today's hosted services
        the code of the next half minute: this one was used
        the code that the provider issued for this sign-in
        the code_verifier from which the challenge was computed
        the commentId that addComment answered
        the connection ended inside the chunks
        the connection ended inside the head
        the data store is broken
        the default
        the double's own, of no real system: docs/decisions/0048-one-portal-many-replicas.md
        the edits themselves in the request
        the encryption is documented; no refusal was ever shown
        the exact name of a member
        the exact name of a member who may create groups
        the exact name of a member, and a sign-in
        the exact name of a member, and a token
        the example has it, and names no release
        the exchange with this server's url as serverUrl
        the fault
        the faults
        the feature without its geometry
        the file describes a layer and has no rows
        the file installed where PROJ looks for it, or a transformation without files
        the file is empty: expected a value
        the file is not UTF-8
        the file is not a ZIP archive
        the form of generateToken's words; never shown
        the general words; a real server has its libraries
        the general words; no geometry service's were captured
        the general words; no server's were captured
        the geometries themselves, or results of the service in the scenario
        the geometry shows it
        the global id of a row
        the global id of an attachment
        the global id of an attachment, and data
        the group after unprotect
        the group has no such items
        the href of an export less than ten minutes old
        the id of a group that the caller may see
        the id of a row
        the id of an invitation that waits
        the id of an item
        the id of an item that the caller may see
        the id of an item with a file
        the id of one of the member's invitations
        the id of one of the member's notifications
        the identity provider has a new certificate
        the ids of layers
        the ids of parts that were uploaded
        the ids of two hosted services of the member
        the issue speaks of 10.3; no later portal's answer was shown
        the item after unprotect
        the item has none
        the item of a feature service
        the item's data after its status is completed
        the itemID of an upload
        the itemID of an upload that was committed
        the itemID of an upload, or serviceUrl
        the itemID that upload or register answered
        the itemId of an Export Package with such items
        the jobId of an export or import of a group with async=true
        the jobId that publish, export or generate answered
        the keys
        the keys of the provider that signed the ID token
        the kinds are documented; no refusal was ever shown
        the last boundary never comes
        the library installed: libgeos-c1v5, libcairo2 (apt); geos, cairo (brew)
        the link of pages for those who signed in; no answer was shown
        the link of the home page
        the link of the home page; no answer was shown
        the list of types is documented; no refusal was ever shown
        the managed items of data/items
        the message as the provider signs it
        the metadata has no SingleSignOnService by HTTP-Redirect or HTTP-POST
        the metadata has no signing certificate
        the metadata of one identity provider: entityID, a SingleSignOnService, a certificate
        the method is no token
        the mode is documented; no refusal was ever shown
        the name is documented
        the name of a member
        the name of the portal's machine, which directHosts gives
        the names are documented
        the number of a unit: 9001 for meters, 9002 for feet
        the object id of a row
        the old password, and a new one twice
        the owner of the service, or an administrator
        the owner, a manager or an administrator
        the page of delete says nothing of it
        the parameters are documented
        the parameters are documented; no refusal was ever shown
        the parameters are documented; the details are the double's own
        the password of the file
        the pattern and the text are too long
        the picture has bytes
        the places of a scenario are found by their words alone
        the portal after its site is created
        the portal's generateToken with a portal user
        the portal's words in the directory's envelope; never shown
        the primary site administrator cannot be deleted
        the primary site administrator cannot be disabled or enabled
        the primary site administrator, or a member with the role org_admin or org_publisher
        the profile
        the profile of the ID token's sub
        the properties are documented; no refusal was ever shown
        the provider's new certificate in the portal's settings
        the raster has no time
        the reading that fails no client
        the refresh_token of the last exchange, or a new sign-in
        the refusal is only known from 10.7
        the release of the change is not known
        the replicaID that createReplica answered
        the request that oauth2/oidc/authorize of a portal here sends
        the request that oauth2/saml/authorize of a portal here sends
        the request that oauth2/signout of a portal here sends
        the resource is documented
        the response as the provider signed it
        the response to a request of oauth2/signout, once
        the response to this sign-in's request
        the restriction is documented
        the result is not a number
        the root
        the runtime of ArcMap, which says so, ended with 11.0
        the same after admin/mode/update with siteMode=EDITABLE
        the same by POST
        the same in the body, or allowHttpPostQueryParams in the server's tokens
        the same name and password at
        the same once they are deleted
        the same query after the event mend-source, or sourceState: "working" in the scenario
        the same query without outStatistics
        the same request after federation, with a token of the portal
        the same request after portaladmin/mode/update with isReadOnly=false
        the same request after the upgrade
        the same request after the upgrade, which a POST completes
        the same request once the engine answers
        the same request over https
        the same request while the engine answers; look first what has come of this one
        the same request with f=json
        the same request with name and password
        the same request with the missing parameters
        the scenario
        the sentence is documented (generate-token), no body was ever shown
        the sentence of portaladmin (Esri/arcgis-powershell-dsc) in the sharing API's envelope
        the server
        the server after it is federated again
        the server's primary site administrator
        the server's primary site administrator, or a portal token in the URL
        the service after it is started
        the service has no layer of such an id
        the service is a single raster
        the service is a single raster, which is taken as it is
        the setting is documented
        the setting is documented; no page was ever shown
        the shape is documented
        the shape is documented; no refusal was ever shown
        the sign-in page of oauth2/authorize, which asks for the second factor
        the signature method is weak or unknown
        the site administrator
        the site after it is started again
        the symbol of a label has the type esriTS
        the target * is for OPTIONS only
        the target has a fragment
        the target is empty
        the target is neither a path nor a URL
        the task's messages as details; the messages are the tools' own (000735)
        the text has no line with the names of its columns
        the text is captured for other bad parameters
        the text is not JSON
        the tiles of exportTiles are drawn when they are fetched, for ten minutes
        the token of a portal administrator
        the token of a portal user
        the token of this sign-in
        the tokens
        the user after being enabled again
        the value encrypted with the modulus and exponent of admin/publicKey
        the values are documented; no refusal was ever shown
        the version is not of the form HTTP/1.1
        the words are documented; no refusal was ever shown
        the words are those after an upgrade: docs/reference/admin.md#e6
        the words are those of generateToken; never shown
        the words are those of portaladmin: Esri/arcgis-powershell-dsc#269
        the words of Java's keytool, whose keystore a portal has; of a portal never shown
        the words of Java's keytool, whose keystore a site has; of a server never shown
        the words of a bad parameter; no geometry service's were captured
        the words of a bad parameter; no locator's were captured
        the words of a server: DOI-BLM/requests-arcgis-auth#34; of a portal never shown
        there are no catalog items
        there are no layers of three dimensions here
        there are none
        there is more than a state
        there is no catalog
        there is no current time here
        there is no portal to federate with
        there is no such item
        there is none
        there is one raster
        there is one version of the rows
        these curves cannot be read: between positions stand c, b or a, the end first
        this array is never closed: expected ']'
        this comment is never closed
        this describes a layer that has no rows
        this file cannot be read
        this geometry cannot be read
        this is an error that a server answered, no layer
        this is not the metadata of an identity provider (IDPSSODescriptor)
        this object is never closed: expected '}'
        this reference cannot be read; "urn:ogc:def:crs:EPSG::25832" can
        this string is never closed
        this string is not closed on its line
        thollingshead/arcgis-server-store#17: 10.3 pages without it
        those of the services directory
        tile package
        tile/level/row/column, the row before the column, within fullExtent
        tiles, fonts and sprites are the scenario's: results give them by path
        token= is present and empty, which counts as an invalid token.
        token=<a portal token> with serverUrl, or no serverUrl for a portal token
        tolerance in pixels, 10
        too many nested operations
        too much
        true or false
        two numbers in InputRanges for each of OutputValues
        two unrelated sites set the same one (captured); no release that does so is known
        unexpected '/'
        unexpected character
        unexpected text after the condition
        unexpected text after the expression
        unknown or over
        unknown or used
        unknown to this app
        unknown, used or over
        updateInfo before
        updateResources, or another name
        upper-case letters
        used before
        userDefaultSettings of the organization
        username and password of the primary site administrator to be
        value or sqlExpression
        version does not match with
        version is compatible with
        version is not compatible with
        version matches with
        vertical transformations are not computed
        visgl/loaders.gl and TerriaJS/terriajs captures of sampleserver6
        visgl/loaders.gl services_agp_index
        what a keystore demands; no refusal was ever shown
        what an identity provider says of a user
        who may is documented; no body was ever shown
        width,height,dpi of the map on the screen: 600,550,96
        x,y, or JSON of the geometryType
        xmin,ymin,xmax,ymax of a rectangle
        xssPreventionInfo is a property of hosted services
        { $absent: true }
        { geometryType, geometries }
        { geometryType, geometry }
        { xmin, ymin, xmax, ymax, spatialReference }
        {'records': [{'attributes': {'OBJECTID': 1, 'SingleLine': 'Mission'}}]}
        {'wkid': 3857}
        {x: -104.67, y: 39.86}
        """#
}
